package io.geowire.enrichment.related;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The wording of a title, worked out when it is first compared: of most pairs it never is. */
final class Wording {
    private final String title;
    private @Nullable Parts parts;

    private record Parts(Sketch words, Set<String> figures) {
        static Parts of(String title) {
            List<String> words = Words.of(title, Fingerprinter.TITLE_WORDS);
            return new Parts(
                    Sketch.of(words),
                    words.stream()
                            .filter(word -> word.codePoints().anyMatch(Character::isDigit))
                            .collect(Collectors.toUnmodifiableSet()));
        }
    }

    Wording(String title) {
        this.title = title;
    }

    /** How alike two titles are, from 0 to 1; 0 if their figures differ. */
    double resemblance(Wording other) {
        return parts().figures.equals(other.parts().figures) ? parts().words.resemblance(other.parts().words) : 0;
    }

    /** Several threads may work it out at once: they come to the same. */
    private Parts parts() {
        Parts known = parts;
        if (known == null) {
            known = Parts.of(title);
            parts = known;
        }
        return known;
    }
}
