package io.geowire.ingest.item;

/**
 * Where something stands in the input.
 *
 * @param file as the user named it; {@code -} for standard input
 * @param line from 1; 0 for the file as a whole
 */
public record Origin(String file, long line) {
    /** A file as a whole. */
    public static Origin of(String file) {
        return new Origin(file, 0);
    }

    /** {@code file:line}, safe to print. */
    @Override
    public String toString() {
        String name = Printable.escape(file);
        return line == 0 ? name : name + ":" + line;
    }
}
