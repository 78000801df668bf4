package io.geowire.alerts.watch;

import java.util.List;

/**
 * An entity or a topic of a news item.
 *
 * @param id such as {@code Q58217} or {@code arms-control}
 * @param name such as {@code Sergei Lavrov}; the id again for a topic
 * @param spans the words that name it or speak for it
 */
public record Annotation(String id, String name, List<Span> spans) {
    public Annotation {
        spans = List.copyOf(spans);
    }
}
