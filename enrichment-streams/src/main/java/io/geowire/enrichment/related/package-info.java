/**
 * Which headlines belong together. Pure: no clock, no randomness, no Kafka.
 *
 * <p>An article becomes a {@link io.geowire.enrichment.related.Profile} (terms, entities, countries, block keys, sketch, vector) and with its
 * headline a {@link io.geowire.enrichment.related.Fingerprint}. Two fingerprints that share a block key meet in that key's
 * {@link io.geowire.enrichment.related.Ring}, once: at the rarest key they share. A
 * {@link io.geowire.enrichment.related.PairScorer} says whether and how they belong together; what the rings found about one
 * article comes together in its {@link io.geowire.enrichment.related.Gathering}.
 */
@NullMarked
package io.geowire.enrichment.related;

import org.jspecify.annotations.NullMarked;
