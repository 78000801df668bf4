package io.geowire.ingest.item;

/** Makes text of the input safe for a terminal, a log and a one-line message. */
public final class Printable {
    private static final int MAX_QUOTED = 80;

    private Printable() {}

    /** The text with each control character, line separator, bidirectional control and lone surrogate as {@code \}{@code uXXXX}. */
    public static String escape(String text) {
        if (text.codePoints().noneMatch(Printable::harmful)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (harmful(c)) {
                safe.append("\\u%04x".formatted(c));
            } else {
                safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }

    /** The text in single quotes, escaped, cut with an ellipsis after 80 characters. */
    public static String quote(String text) {
        if (text.codePointCount(0, text.length()) <= MAX_QUOTED) {
            return "'" + escape(text) + "'";
        }
        return "'" + escape(text.substring(0, text.offsetByCodePoints(0, MAX_QUOTED))) + "…'";
    }

    private static boolean harmful(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT -> (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
            default -> false;
        };
    }
}
