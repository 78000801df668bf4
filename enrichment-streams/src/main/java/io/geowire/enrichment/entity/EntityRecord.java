package io.geowire.enrichment.entity;

import java.util.List;
import java.util.Set;

/**
 * A row of the {@link EntityTable}.
 *
 * @param id Wikidata QID or {@code local:} slug
 * @param type what kind of thing it is
 * @param name canonical English name
 * @param aliases the forms by which texts name it, the canonical name first
 * @param demonyms adjectives and nouns for its people; not mentions
 * @param countries ISO 3166-1 alpha-2 codes
 * @param kinds what it is more closely; may be empty
 */
public record EntityRecord(
        String id,
        EntityType type,
        String name,
        List<Alias> aliases,
        List<String> demonyms,
        List<String> countries,
        Set<EntityKind> kinds) {
    public EntityRecord {
        aliases = List.copyOf(aliases);
        demonyms = List.copyOf(demonyms);
        countries = List.copyOf(countries);
        kinds = Set.copyOf(kinds);
    }

    /** Whether it is the state or territory that its one country code stands for. */
    boolean isState() {
        return countries.size() == 1 && (kinds.contains(EntityKind.STATE) || kinds.contains(EntityKind.TERRITORY));
    }
}
