package io.geowire.enrichment.entity;

/** What kind of thing an entity is. */
public enum EntityType {
    /** A human being. */
    PERSON,
    /** State bodies, alliances, parties, armed groups, companies, media, courts. */
    ORGANIZATION,
    /** States, regions, cities, seas; also a capital that stands for its government. */
    LOCATION,
    /** Treaties, agreements and accords. */
    TREATY,
    /** Named wars, summits, operations, elections. */
    EVENT
}
