package io.geowire.enrichment.entity;

import java.util.Locale;

/**
 * A town of the large list.
 *
 * @param id Wikidata QID, or {@code local:} with name and country
 * @param name as the list spells it
 * @param country ISO 3166-1 alpha-2 code
 * @param population how many people live there
 */
public record Town(String id, String name, String country, int population) {
    /** What the word City after a name adds to its key. */
    public static final String CITY = "-city";

    /** What all spellings that are not told apart have in common: the id of an unknown place of the name. */
    public static String key(String name) {
        return Referent.localId(name);
    }

    /** The id of a town that has no other, from the key of its name. */
    static String localId(String key, String country) {
        return key + '-' + country.toLowerCase(Locale.ROOT);
    }
}
