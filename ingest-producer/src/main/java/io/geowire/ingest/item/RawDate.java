package io.geowire.ingest.item;

/**
 * A date as its input writes it.
 *
 * @param numeric whether the input gives it as a number, not as a text
 */
public record RawDate(String text, boolean numeric) {
    public static RawDate text(String text) {
        return new RawDate(text, false);
    }

    public static RawDate number(String digits) {
        return new RawDate(digits, true);
    }
}
