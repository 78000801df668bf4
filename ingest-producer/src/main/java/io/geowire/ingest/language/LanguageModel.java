package io.geowire.ingest.language;

import java.util.Map;

/** Says how probable it is that a text is in each of the languages that it knows. Safe for use by many threads. */
@FunctionalInterface
public interface LanguageModel {
    /** Probabilities by BCP 47 tag, 0 to 1, of the same languages for every text; nearly even if the text says nothing. */
    Map<String, Double> probabilities(String text);
}
