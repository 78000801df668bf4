package io.geowire.enrichment.topic;

import java.util.Set;

/**
 * One place of a phrase: the words that may stand there.
 *
 * @param words folded, without periods
 * @param prefixes of such words
 * @param exact words in the case in which they must stand, without periods
 */
record WordSet(Set<String> words, Set<String> prefixes, Set<String> exact) {
    WordSet {
        words = Set.copyOf(words);
        prefixes = Set.copyOf(prefixes);
        exact = Set.copyOf(exact);
    }
}
