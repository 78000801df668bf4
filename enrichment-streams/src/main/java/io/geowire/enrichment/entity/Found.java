package io.geowire.enrichment.entity;

/**
 * Tokens of a field taken for the name of something.
 *
 * @param from index of the first token
 * @param to index after the last
 */
record Found(Field field, int from, int to, Referent referent) {

    int length() {
        return to - from;
    }
}
