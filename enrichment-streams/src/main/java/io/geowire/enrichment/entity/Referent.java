package io.geowire.enrichment.entity;

import io.geowire.enrichment.text.Folding;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a mention names.
 *
 * @param known whether it is an entity of the table; any other is known by its name alone
 */
record Referent(String id, String name, EntityType type, List<String> countries, boolean known) {
    private static final Pattern NO_SLUG = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern OUTER_HYPHENS = Pattern.compile("^-|-$");

    static Referent of(EntityRecord entity) {
        return new Referent(entity.id(), entity.name(), entity.type(), entity.countries(), true);
    }

    /** An entity that the table does not know: the same name always gives the same id. */
    static Referent unknown(String name, EntityType type) {
        String words = NO_SLUG.matcher(Folding.fold(name).replace("'", "")).replaceAll("-");
        return new Referent("local:" + OUTER_HYPHENS.matcher(words).replaceAll(""), name, type, List.of(), false);
    }

    /** The same in a country. */
    Referent in(String country) {
        return new Referent(id, name, type, List.of(country), known);
    }
}
