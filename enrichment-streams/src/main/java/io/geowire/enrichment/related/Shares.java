package io.geowire.enrichment.related;

/** How common terms, entities and countries are among the items. */
@FunctionalInterface
public interface Shares {

    /** Share of items that contain a term, an entity (by its id) or a country (by its ISO code); from 0 to 1. */
    double share(String name);
}
