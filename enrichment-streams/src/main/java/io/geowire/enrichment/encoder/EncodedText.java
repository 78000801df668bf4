package io.geowire.enrichment.encoder;

import io.geowire.enrichment.text.NewsText;
import io.geowire.enrichment.text.TextField;
import io.geowire.enrichment.text.Token;
import io.geowire.enrichment.text.Tokenizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A news text with its vectors, each made when it is first asked for, since that is most of what an article costs, and then used by all
 * that need it. Not safe for use by several threads.
 */
public final class EncodedText {
    /** Words of the body that count as its lead: more cost time and tell little more. */
    public static final int LEAD_WORDS = 40;

    private static final int MOST_CHARACTERS = 1_000;

    private final NewsText text;
    private final TextEncoder encoder;
    private @Nullable TextVector title;
    private @Nullable TextVector lead;

    private EncodedText(NewsText text, TextEncoder encoder) {
        this.text = text;
        this.encoder = encoder;
    }

    /** A text to be encoded. */
    public static EncodedText of(NewsText text, TextEncoder encoder) {
        return new EncodedText(text, encoder);
    }

    /** The text. */
    public NewsText text() {
        return text;
    }

    /** Vector of its title. */
    public TextVector title() {
        if (title == null) {
            title = encoder.encode(text.title());
        }
        return title;
    }

    /** Vector of its title and the first {@value #LEAD_WORDS} words of its body; that of the title if it has no body. */
    public TextVector lead() {
        if (lead == null) {
            String words = lead(text.field(TextField.BODY));
            lead = words.isEmpty() ? title() : encoder.encode(text.title() + ". " + words);
        }
        return lead;
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
}
