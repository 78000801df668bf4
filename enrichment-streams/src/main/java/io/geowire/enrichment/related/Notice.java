package io.geowire.enrichment.related;

/**
 * News for an article that a ring already held.
 *
 * @param articleId whom it is for
 * @param version the version of that article that the ring holds
 * @param finding what it found
 */
public record Notice(String articleId, int version, Finding finding) {}
