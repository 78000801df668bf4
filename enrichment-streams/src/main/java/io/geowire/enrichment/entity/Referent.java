package io.geowire.enrichment.entity;

import io.geowire.enrichment.text.Folding;
import java.util.List;

/** What a mention names: an entity of the table, or one known by its name alone. */
record Referent(String id, String name, EntityType type, List<String> countries) {

    static Referent of(EntityRecord entity) {
        return new Referent(entity.id(), entity.name(), entity.type(), entity.countries());
    }

    /** An entity that the table does not know: the same name always gives the same id. */
    static Referent unknown(String name, EntityType type) {
        String slug = Folding.fold(name)
                .replace("'", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return new Referent("local:" + slug, name, type, List.of());
    }
}
