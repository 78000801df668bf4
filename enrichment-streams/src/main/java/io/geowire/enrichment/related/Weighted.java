package io.geowire.enrichment.related;

/**
 * A term or an entity of an article and how much it tells.
 *
 * @param name normalised term, or entity id
 * @param weight inverse document frequency, natural logarithm; 0 or more
 * @param inTitle whether the title contains it
 */
public record Weighted(String name, float weight, boolean inTitle) {}
