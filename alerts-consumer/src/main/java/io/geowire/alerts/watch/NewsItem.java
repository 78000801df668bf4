package io.geowire.alerts.watch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a watch looks at: an article or a bare headline with what is known about it.
 *
 * @param body null for a bare headline
 * @param language BCP 47 tag
 */
public record NewsItem(
        String title,
        @Nullable String body,
        @Nullable String source,
        @Nullable String language,
        List<Annotation> entities,
        List<Annotation> topics) {
    public NewsItem {
        entities = List.copyOf(entities);
        topics = List.copyOf(topics);
    }

    /** An item of which nothing is known but its text. */
    public static NewsItem of(String title, @Nullable String body) {
        return new NewsItem(title, body, null, null, List.of(), List.of());
    }

    /** The text of a field, empty if there is none. */
    public String text(TextField field) {
        return switch (field) {
            case TITLE -> title;
            case BODY -> body == null ? "" : body;
        };
    }

    /** The words of a stretch, clipped to the text if it reaches beyond. */
    String words(Span span) {
        String text = text(span.field());
        int end = Math.min(span.end(), text.length());
        return text.substring(Math.min(span.start(), end), end);
    }
}
