package io.geowire.enrichment.encoder;

/** Turns a text into a vector. Deterministic, and safe for use by several threads. */
@FunctionalInterface
public interface TextEncoder {
    /**
     * The vector of a text; a long one is cut. A text without words has one too, though it means nothing.
     *
     * @throws IllegalStateException if the model fails
     */
    TextVector encode(String text);
}
