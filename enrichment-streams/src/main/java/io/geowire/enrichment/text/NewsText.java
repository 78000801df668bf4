package io.geowire.enrichment.text;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The text of an article.
 *
 * @param title the headline
 * @param body the text below it; null for a bare headline
 */
public record NewsText(String title, @Nullable String body) {
    public NewsText {
        Objects.requireNonNull(title, "title");
    }

    /** A bare headline. */
    public static NewsText headline(String title) {
        return new NewsText(title, null);
    }

    /** The text of a field; empty for the body of a bare headline. */
    public String field(TextField field) {
        return switch (field) {
            case TITLE -> title;
            case BODY -> body == null ? "" : body;
        };
    }

    /**
     * The span between two offsets.
     *
     * @throws IndexOutOfBoundsException if they are not in the field
     */
    public Span span(TextField field, int start, int end) {
        return new Span(field, start, end, field(field).substring(start, end));
    }
}
