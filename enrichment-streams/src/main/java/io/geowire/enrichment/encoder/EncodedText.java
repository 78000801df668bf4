package io.geowire.enrichment.encoder;

import io.geowire.enrichment.text.NewsText;
import io.geowire.enrichment.text.TextField;
import io.geowire.enrichment.text.Token;
import io.geowire.enrichment.text.Tokenizer;
import java.util.List;

/**
 * A news text with its vectors, made once and used by all that need them.
 *
 * @param text the text
 * @param title vector of its title
 * @param lead vector of its title and the first {@value #LEAD_WORDS} words of its body; that of the title if it has no body
 */
public record EncodedText(NewsText text, TextVector title, TextVector lead) {
    /** Words of the body that count as its lead: more cost time and tell little more. */
    public static final int LEAD_WORDS = 40;

    /** Encodes a text. */
    public static EncodedText of(NewsText text, TextEncoder encoder) {
        TextVector title = encoder.encode(text.title());
        String lead = lead(text.field(TextField.BODY));
        return new EncodedText(text, title, lead.isEmpty() ? title : encoder.encode(text.title() + ". " + lead));
    }

    /** The first words of a body as they stand there. */
    private static String lead(String body) {
        List<Token> words =
                Tokenizer.tokenize(TextField.BODY, body.substring(0, Math.min(body.length(), MOST_CHARACTERS))).stream()
                        .filter(token -> token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.NUMBER)
                        .limit(LEAD_WORDS)
                        .toList();
        return words.isEmpty()
                ? ""
                : body.substring(0, words.get(words.size() - 1).end());
    }

    private static final int MOST_CHARACTERS = 1_000;
}
