package io.geowire.ingest.item;

import org.jspecify.annotations.Nullable;

/**
 * An item as its input gives it; null where it gives nothing.
 *
 * @param id the input's own id
 * @param date when it was published
 */
public record RawItem(
        @Nullable String id,
        @Nullable String title,
        @Nullable String body,
        @Nullable String source,
        @Nullable String url,
        @Nullable String byline,
        @Nullable String language,
        @Nullable RawDate date) {

    /** An item of plain text: nothing but its words. */
    public static RawItem text(String title, @Nullable String body, @Nullable String byline) {
        return new RawItem(null, title, body, null, null, byline, null, null);
    }
}
