package io.geowire.enrichment.entity;

import java.util.List;
import java.util.Set;

/**
 * A form by which texts name an entity.
 *
 * @param text as written in running text
 * @param strength when it counts
 * @param needs folded words of which the text must hold one; none: no condition
 * @param bars folded words of which the text must hold none
 */
public record Alias(String text, Strength strength, List<String> needs, List<String> bars) {

    /** When an alias counts. */
    public enum Strength {
        /** Wherever it stands. */
        PLAIN,
        /** In exactly its capitals, and not in a text all in capitals: ICE, WHO, House. */
        EXACT,
        /** Only in a text that also names the entity by a stronger alias: "the Guards". */
        WEAK
    }

    public Alias {
        needs = List.copyOf(needs);
        bars = List.copyOf(bars);
    }

    /** Whether the alias may count in a text of these folded words. */
    boolean fits(Set<String> words) {
        return (needs.isEmpty() || needs.stream().anyMatch(words::contains))
                && bars.stream().noneMatch(words::contains);
    }
}
