package io.geowire.alerts.delivery.format;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Text in Slack's mrkdwn. Ampersand and angle brackets are escaped, as Slack asks. It knows no escape for what makes text bold,
 * italic, struck out, code or a quotation, so these characters are replaced by others that look alike.
 */
final class SlackText {
    private static final Pattern EMOJI =
            Pattern.compile(":(?=([a-z0-9_+'-]*[a-z][a-z0-9_+'-]*|[+-]1):)", Pattern.CASE_INSENSITIVE);

    /** Slack sees bold only where a mark has no letter beside it; this is no letter, and has no width. */
    private static final String JOINT = "\u200B";

    private SlackText() {}

    /** A text of others that is shown as it is, in one line. A bracket at its beginning would make it a quotation. */
    static String plain(String text) {
        return inline(Texts.line(text).replaceFirst("^( *)>", "$1\u203A"));
    }

    /** The same for a text within a line. */
    private static String inline(String text) {
        String inert = Texts.line(text)
                .replace('*', '\u2217')
                .replace('_', '\u02CD')
                .replace('~', '\u223C')
                .replace('`', '\u02CB');
        return escaped(EMOJI.matcher(inert).replaceAll("\uA789"));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** A sentence, the words that matched in bold. */
    static String of(List<Run> sentence) {
        StringBuilder text = new StringBuilder();
        for (Run run : sentence) {
            String plain = text.isEmpty() ? plain(run.text()) : inline(run.text());
            if (run.matched() && !plain.isBlank()) {
                joint(text);
                text.append('*').append(plain).append('*');
            } else {
                if (!text.isEmpty() && !Character.isWhitespace(plain.charAt(0))) {
                    text.append(JOINT);
                }
                text.append(plain);
            }
        }
        return text.toString();
    }

    private static void joint(StringBuilder text) {
        if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
            text.append(JOINT);
        }
    }
}
