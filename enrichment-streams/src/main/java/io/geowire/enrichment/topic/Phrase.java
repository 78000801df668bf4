package io.geowire.enrichment.topic;

import java.util.List;

/**
 * Words that stand in this order inside one sentence.
 *
 * @param source as the lexicon writes it
 * @param places what may stand at each of its places; at least one
 */
record Phrase(String source, List<Place> places) {
    /**
     * @param gap the most words that may stand between it and the place before; 0 at the first
     * @param words what may stand there
     */
    record Place(int gap, WordSet words) {}

    Phrase {
        places = List.copyOf(places);
    }
}
