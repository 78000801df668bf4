package io.geowire.enrichment.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where sentences begin and end. */
public final class Sentences {
    /** Words whose period does not end a sentence. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "maj", "capt", "sgt", "adm", "sen", "rep", "gov",
            "rev", "st", "mt", "ft", "jr", "sr", "no", "vs", "inc", "ltd", "co", "corp", "jan", "feb", "mar", "apr",
            "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec");

    private Sentences() {}

    /** The sentences of a field in order; paragraphs end sentences. Without tokens there is no sentence. */
    public static List<Span> of(TextField field, String text) {
        List<Token> tokens = Tokenizer.tokenize(field, text);
        List<Span> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= tokens.size(); i++) {
            if (i == tokens.size() || begins(text, tokens, i)) {
                int from = tokens.get(start).start();
                int to = tokens.get(i - 1).end();
                sentences.add(new Span(field, from, to, text.substring(from, to)));
                start = i;
            }
        }
        return sentences;
    }

    /**
     * Whether a sentence begins with the token.
     *
     * @param text the field's text
     * @param tokens the field's tokens
     * @param index of the token among them
     */
    public static boolean begins(String text, List<Token> tokens, int index) {
        if (index == 0) {
            return true;
        }
        Token token = tokens.get(index);
        Token before = tokens.get(index - 1);
        for (int i = before.end(); i < token.start(); i++) {
            if (text.charAt(i) == '\n') {
                return true;
            }
        }
        if (before.end() == token.start() || !opens(token)) {
            return false;
        }
        int last = index - 1;
        while (last > 0 && closes(tokens.get(last))) {
            last--;
        }
        return ends(tokens, last, index - 1 > last);
    }

    private static boolean ends(List<Token> tokens, int last, boolean quoted) {
        Token stop = tokens.get(last);
        return switch (stop.text()) {
            case "!", "?", "\u3002", "\uFF01", "\uFF1F", "\u061F", "\u06D4", "\u2026" -> true;
            case "." -> last == 0 || quoted || !abbreviates(tokens.get(last - 1));
            default -> false;
        };
    }

    /** Whether a period after the word is part of it: "Gen.", or the initial in "John F. Kennedy". */
    private static boolean abbreviates(Token word) {
        return word.isWord()
                && (ABBREVIATIONS.contains(word.folded()) || (word.text().length() == 1 && word.isCapitalised()));
    }

    private static boolean opens(Token token) {
        return token.isCapitalised()
                || token.kind() == Token.Kind.NUMBER
                || (token.kind() == Token.Kind.SYMBOL
                        && "\"'\u201C\u2018\u00AB(\u2013\u2014\u2022".contains(token.text()))
                || (token.isWord() && !Character.isLowerCase(token.text().codePointAt(0)));
    }

    private static boolean closes(Token token) {
        return token.kind() == Token.Kind.SYMBOL && "\"'\u201D\u2019\u00BB)]".contains(token.text());
    }
}
