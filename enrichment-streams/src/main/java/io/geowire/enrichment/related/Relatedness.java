package io.geowire.enrichment.related;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How closely two articles belong together, and why.
 *
 * @param score from 0 to 1
 * @param relation how they belong together
 * @param sharedEntities ids of the entities that both name, weightiest first
 * @param sharedTerms terms that both contain, weightiest first, at most ten
 * @param parts what the score is made of; null if an earlier version of Geowire did not say
 */
public record Relatedness(
        double score,
        Relation relation,
        List<String> sharedEntities,
        List<String> sharedTerms,
        @Nullable ScoreParts parts) {
    public Relatedness {
        sharedEntities = List.copyOf(sharedEntities);
        sharedTerms = List.copyOf(sharedTerms);
    }
}
