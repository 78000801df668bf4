package io.geowire.enrichment.related;

import java.util.Comparator;

/**
 * A related article, seen from one side.
 *
 * @param other the other article
 * @param relatedness how closely the two belong together
 */
public record Link(Headline other, Relatedness relatedness) {

    /** Best first; of equal scores the earlier article, so that equal late copies change nothing. */
    public static final Comparator<Link> BEST_FIRST = Comparator.comparingDouble(
                    (Link link) -> -link.relatedness.score())
            .thenComparing(Link::other, Headline.BY_AGE);

    /** Whether both articles are one story. */
    public boolean sameStory() {
        return relatedness.relation().sameStory();
    }

    /** Whether both articles are copies of one text. */
    public boolean duplicate() {
        return relatedness.relation() == Relation.DUPLICATE;
    }
}
