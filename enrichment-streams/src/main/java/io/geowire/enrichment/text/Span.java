package io.geowire.enrichment.text;

import java.util.Comparator;
import java.util.Objects;

/**
 * A stretch of a news text. Spans sort in reading order: title before body, then by offset, the shorter first.
 *
 * @param field the field it stands in
 * @param start offset of its first UTF-16 code unit
 * @param end offset after its last; greater than {@code start}
 * @param text the words it covers
 */
public record Span(TextField field, int start, int end, String text) implements Comparable<Span> {
    private static final Comparator<Span> READING_ORDER =
            Comparator.comparing(Span::field).thenComparingInt(Span::start).thenComparingInt(Span::end);

    public Span {
        Objects.requireNonNull(field, "field");
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("no span from " + start + " to " + end);
        }
        if (text.length() != end - start) {
            throw new IllegalArgumentException(
                    "a span from " + start + " to " + end + " cannot hold " + text.length() + " characters");
        }
    }

    @Override
    public int compareTo(Span other) {
        return READING_ORDER.compare(this, other);
    }
}
