package io.geowire.enrichment.entity;

import io.geowire.enrichment.text.Folding;
import java.util.List;
import java.util.regex.Pattern;

/** What a mention names: an entity of the table, or one known by its name alone. */
record Referent(String id, String name, EntityType type, List<String> countries) {
    private static final Pattern NO_SLUG = Pattern.compile("[^a-z0-9]+");
    private static final Pattern OUTER_HYPHENS = Pattern.compile("^-|-$");

    static Referent of(EntityRecord entity) {
        return new Referent(entity.id(), entity.name(), entity.type(), entity.countries());
    }

    /** An entity that the table does not know: the same name always gives the same id. */
    static Referent unknown(String name, EntityType type) {
        String words = NO_SLUG.matcher(Folding.fold(name).replace("'", "")).replaceAll("-");
        return new Referent("local:" + OUTER_HYPHENS.matcher(words).replaceAll(""), name, type, List.of());
    }
}
