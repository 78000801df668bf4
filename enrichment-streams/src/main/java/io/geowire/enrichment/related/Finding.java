package io.geowire.enrichment.related;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a ring found about another article: a link, or that a link of before no longer holds.
 *
 * @param articleId id of the other article
 * @param version version of the other article that was compared
 * @param link the link; null if it no longer holds
 */
public record Finding(
        String articleId, int version, @Nullable Link link) {

    /**
     * Rings report in any order. The later version of the other article wins; of one version the end of a link wins over the
     * link, since a ring ends only what it had linked.
     */
    static final Comparator<Finding> PRECEDENCE = Comparator.comparingInt(Finding::version)
            .thenComparing(Finding::link, Comparator.nullsLast(Link.BEST_FIRST.reversed()));

    static Finding linked(Fingerprint other, Relatedness relatedness) {
        return new Finding(other.articleId(), other.version(), new Link(other.headline(), relatedness));
    }

    static Finding unlinked(Fingerprint other) {
        return new Finding(other.articleId(), other.version(), null);
    }
}
