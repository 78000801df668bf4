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
 * @param beside folded words of which one must follow the name closely, unless one of {@code needs} is there
 */
public record Alias(String text, Strength strength, List<String> needs, List<String> bars, List<String> beside) {

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
        beside = List.copyOf(beside);
    }

    /** An alias without conditions. */
    public Alias(String text, Strength strength) {
        this(text, strength, List.of(), List.of(), List.of());
    }

    /** Whether it counts only where the text has some word for it. */
    boolean isConditional() {
        return !needs.isEmpty() || !beside.isEmpty();
    }

    /** Whether a text of these folded words has one that speaks against it. */
    boolean isBarred(Set<String> words) {
        return bars.stream().anyMatch(words::contains);
    }

    /** How many of the words that speak for it the text holds. */
    int support(Set<String> words) {
        return (int) needs.stream().filter(words::contains).count();
    }
}
