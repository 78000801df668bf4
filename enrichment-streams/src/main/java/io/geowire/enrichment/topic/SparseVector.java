package io.geowire.enrichment.topic;

/**
 * A vector of which most components are 0.
 *
 * @param indexes of the others, ascending
 * @param values of the others
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SparseVector(int[] indexes, float[] values) {}
