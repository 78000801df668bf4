package io.geowire.enrichment.topic;

import io.geowire.enrichment.text.Sentences;
import io.geowire.enrichment.text.TextField;
import io.geowire.enrichment.text.Token;
import io.geowire.enrichment.text.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A word or number of a field, as phrases see it: marks are skipped, periods left out.
 *
 * @param start offset in the field
 * @param end offset in the field
 * @param folded folded, without periods
 * @param exact as written, without periods
 * @param sentence number of its sentence in the field
 */
record Word(int start, int end, String folded, String exact, int sentence) {

    static List<Word> of(TextField field, String text) {
        List<Token> tokens = Tokenizer.tokenize(field, text);
        List<Word> words = new ArrayList<>(tokens.size());
        int sentence = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (Sentences.begins(text, tokens, i)) {
                sentence++;
            }
            Token token = tokens.get(i);
            if (token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.NUMBER) {
                words.add(new Word(
                        token.start(),
                        token.end(),
                        withoutPeriods(token.folded()),
                        withoutPeriods(token.text()),
                        sentence));
            }
        }
        return words;
    }

    static String withoutPeriods(String word) {
        return word.indexOf('.') < 0 ? word : word.replace(".", "");
    }
}
