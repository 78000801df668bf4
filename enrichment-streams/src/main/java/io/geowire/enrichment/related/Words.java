package io.geowire.enrichment.related;

import io.geowire.enrichment.text.TextField;
import io.geowire.enrichment.text.Token;
import io.geowire.enrichment.text.Token.Kind;
import io.geowire.enrichment.text.Tokenizer;
import java.util.List;

/** Normalised words and numbers of a text: folded, without the periods of abbreviations and the ending of the plural. */
final class Words {
    private Words() {}

    /** The first words of a text, at most {@code limit}, in order, repetitions included. */
    static List<String> of(String text, int limit) {
        return Tokenizer.tokenize(TextField.TITLE, text).stream()
                .filter(token -> token.kind() == Kind.WORD || token.kind() == Kind.NUMBER)
                .limit(limit)
                .map(Words::normalise)
                .toList();
    }

    private static String normalise(Token token) {
        return token.isWord() ? singular(token.folded().replace(".", "").replace("'", "")) : token.folded();
    }

    /** D. Harman, "How effective is suffixing?", 1991: the S stemmer. */
    private static String singular(String word) {
        if (word.length() < 4 || !word.endsWith("s") || word.endsWith("us") || word.endsWith("ss")) {
            return word;
        }
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.substring(0, word.length() - 1);
    }
}
