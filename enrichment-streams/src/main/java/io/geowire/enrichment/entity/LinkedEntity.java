package io.geowire.enrichment.entity;

import io.geowire.enrichment.text.Span;
import java.util.List;
import java.util.Objects;

/**
 * Somebody or something that a text names.
 *
 * @param id Wikidata QID, or {@code local:} and a slug that is the same for the same name every time
 * @param name canonical English name
 * @param type what kind of thing it is
 * @param countries ISO 3166-1 alpha-2 codes of the countries it belongs to; may be empty
 * @param mentions where it is named, in reading order; at least one
 * @param salience how much the text is about it, from 0 to 1
 */
public record LinkedEntity(
        String id, String name, EntityType type, List<String> countries, List<Span> mentions, double salience) {
    public LinkedEntity {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        countries = List.copyOf(countries);
        mentions = List.copyOf(mentions);
        if (mentions.isEmpty()) {
            throw new IllegalArgumentException("entity " + id + " without a mention");
        }
        if (!(salience >= 0 && salience <= 1)) {
            throw new IllegalArgumentException("entity " + id + " of salience " + salience);
        }
    }
}
