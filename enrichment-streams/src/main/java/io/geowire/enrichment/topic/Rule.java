package io.geowire.enrichment.topic;

import org.jspecify.annotations.Nullable;

/**
 * What a phrase of the lexicon does.
 *
 * @param effect what it does
 * @param topic the id of the topic it does it to; null for every topic
 * @param weight how strongly, above 0 and below 1; not used by {@link Effect#CANCELS}
 * @param phrase the phrase
 * @param line of the lexicon, from 1
 */
record Rule(Effect effect, @Nullable String topic, double weight, Phrase phrase, int line) {
    enum Effect {
        /** Speaks for the topic. */
        SUPPORTS,
        /** Its words support nothing: the "trade" of "trade deadline". */
        CANCELS,
        /** Speaks against every topic: "midfielder". */
        UNRELATED
    }
}
