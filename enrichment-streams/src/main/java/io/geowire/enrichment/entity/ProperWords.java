package io.geowire.enrichment.entity;

import io.geowire.enrichment.entity.Cues.Kind;
import java.util.Set;

/** Words that have a capital in running text although they are no names: Russian, Monday. */
public final class ProperWords {
    private final Set<String> words;

    private ProperWords(Set<String> words) {
        this.words = words;
    }

    /** The demonyms of a table, and the days, months, peoples and faiths that come with Geowire. */
    public static ProperWords of(EntityTable table) {
        return new ProperWords(Cues.load(table).words(Kind.COMMON));
    }

    /** Whether a folded word is one of them. */
    public boolean contains(String folded) {
        return words.contains(folded);
    }
}
