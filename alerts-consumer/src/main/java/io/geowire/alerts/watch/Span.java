package io.geowire.alerts.watch;

import java.util.Comparator;

/**
 * A stretch of a news item's text.
 *
 * @param start offset of the first character, in UTF-16 code units
 * @param end offset behind the last character, in UTF-16 code units
 */
public record Span(TextField field, int start, int end) implements Comparable<Span> {
    private static final Comparator<Span> READING_ORDER =
            Comparator.comparing(Span::field).thenComparingInt(Span::start).thenComparingInt(Span::end);

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + " to " + end);
        }
    }

    /** In order of the text, title first. */
    @Override
    public int compareTo(Span other) {
        return READING_ORDER.compare(this, other);
    }
}
