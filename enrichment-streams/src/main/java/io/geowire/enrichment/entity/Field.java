package io.geowire.enrichment.entity;

import io.geowire.enrichment.text.NewsText;
import io.geowire.enrichment.text.Sentences;
import io.geowire.enrichment.text.Span;
import io.geowire.enrichment.text.TextField;
import io.geowire.enrichment.text.Token;
import io.geowire.enrichment.text.Tokenizer;
import java.util.List;

/** A field of a news text, cut into tokens. */
public final class Field {
    private final TextField name;
    private final String text;
    private final List<Token> tokens;
    private final String[] keys;
    private final long[] hashes;
    private final boolean[] begins;
    private final Casing casing;

    private Field(TextField name, String text) {
        this.name = name;
        this.text = text;
        this.tokens = Tokenizer.tokenize(name, text);
        int size = tokens.size();
        this.keys = new String[size];
        this.hashes = new long[size];
        this.begins = new boolean[size];
        for (int i = 0; i < size; i++) {
            keys[i] = key(tokens.get(i));
            hashes[i] = Hashes.of(tokens.get(i).folded());
            begins[i] = Sentences.begins(text, tokens, i);
        }
        this.casing = Casing.of(tokens);
    }

    static List<Field> of(NewsText news) {
        return List.of(new Field(TextField.TITLE, news.title()), new Field(TextField.BODY, news.field(TextField.BODY)));
    }

    List<Token> tokens() {
        return tokens;
    }

    Token token(int index) {
        return tokens.get(index);
    }

    /** The token as names are compared: folded, without apostrophes. */
    String key(int index) {
        return keys[index];
    }

    /** The hash of the folded token. */
    long hash(int index) {
        return hashes[index];
    }

    static String key(Token token) {
        String folded = token.folded();
        return folded.indexOf('\'') < 0 ? folded : folded.replace("'", "");
    }

    int size() {
        return tokens.size();
    }

    Casing casing() {
        return casing;
    }

    TextField name() {
        return name;
    }

    boolean beginsSentence(int index) {
        return begins[index];
    }

    /** Whether an ordinary word would have a capital here too. */
    boolean capitalTellsNothing(int index) {
        return casing != Casing.SENTENCE
                || beginsSentence(index)
                || (token(index - 1).kind() == Token.Kind.SYMBOL
                        && !",.-&/(".contains(token(index - 1).text()));
    }

    /** Whether nothing, not even a blank, stands between the token and the next. */
    boolean touchesNext(int index) {
        return index + 1 < size() && token(index).end() == token(index + 1).start();
    }

    Span span(int from, int to) {
        int start = token(from).start();
        int end = token(to - 1).end();
        return new Span(name, start, end, text.substring(start, end));
    }
}
