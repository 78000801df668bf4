package io.geowire.ingest.text;

import org.jspecify.annotations.Nullable;

/**
 * A line of a text file, without its end.
 *
 * @param number from 1
 * @param fault what is wrong with its bytes; null if nothing is. An item that holds such a line is not published
 */
public record TextLine(long number, String text, @Nullable String fault) {
    boolean isBlank() {
        return fault == null && text.codePoints().allMatch(TextLine::isEmptySpace);
    }

    /** Leading and closing white space is layout, not text. */
    TextLine trimmed() {
        return new TextLine(number, LineShape.trim(text), fault);
    }

    private static boolean isEmptySpace(int c) {
        return LineShape.isSpace(c) || c == 0x200B || c == 0xFEFF || Character.getType(c) == Character.CONTROL;
    }
}
