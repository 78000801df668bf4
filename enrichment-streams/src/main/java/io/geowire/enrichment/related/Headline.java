package io.geowire.enrichment.related;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a reader is shown of an article that is related to another.
 *
 * @param articleId id of the article
 * @param inputId the id that its input gave, if any
 * @param title its headline
 * @param source who published it, if known
 * @param url where, if known
 * @param publishedAt event time
 */
public record Headline(
        String articleId,
        @Nullable String inputId,
        String title,
        @Nullable String source,
        @Nullable String url,
        Instant publishedAt) {

    /** Earlier first; at the same instant by id, so that every process agrees. */
    public static final Comparator<Headline> BY_AGE =
            Comparator.comparing(Headline::publishedAt).thenComparing(Headline::articleId);
}
