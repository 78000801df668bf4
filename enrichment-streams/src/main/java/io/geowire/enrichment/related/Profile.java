package io.geowire.enrichment.related;

import io.geowire.enrichment.encoder.TextVector;
import java.util.List;

/**
 * What of an article's text is compared with other articles.
 *
 * @param terms terms of title and lead, ordered by name, each once
 * @param entities entities of title and lead, ordered by id, each once
 * @param countries ISO codes of the countries it is about, those of the title first, each once
 * @param blockKeys where to look for relatives, rarest first; two articles without a common key are never compared
 * @param body sketch of the whole body, empty for a bare headline
 * @param vector of its title and lead
 */
public record Profile(
        List<Weighted> terms,
        List<Weighted> entities,
        List<String> countries,
        List<String> blockKeys,
        Sketch body,
        TextVector vector) {
    /** That of an article which is compared with nothing. */
    public static final Profile NONE =
            new Profile(List.of(), List.of(), List.of(), List.of(), Sketch.EMPTY, TextVector.NONE);

    public Profile {
        terms = List.copyOf(terms);
        entities = List.copyOf(entities);
        countries = List.copyOf(countries);
        blockKeys = List.copyOf(blockKeys);
    }

    /** Whether the two have a block key in common, so that they can be compared. */
    public boolean meets(Profile other) {
        return BlockKeys.rarestShared(blockKeys, other.blockKeys).isPresent();
    }
}
