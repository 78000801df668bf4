package io.geowire.ingest.normalise;

import io.geowire.events.Article;
import java.time.Duration;

/**
 * Which articles are back-fill: old news read later, which is enriched and alerted on, but of which nobody is notified. A
 * function of the article alone.
 */
@FunctionalInterface
public interface BackfillRule {
    /** Everything is news. */
    BackfillRule NONE = article -> false;

    /** Everything is back-fill. */
    BackfillRule ALL = article -> true;

    /** What was published longer than {@code age} before it was read. */
    static BackfillRule olderThan(Duration age) {
        return article ->
                article.getPublishedAt().isBefore(article.getIngestedAt().minus(age));
    }

    boolean covers(Article article);

    /** The article, marked if it is covered. */
    default Article mark(Article article) {
        return covers(article) && !article.getBackfill()
                ? Article.newBuilder(article).setBackfill(true).build()
                : article;
    }
}
