package io.geowire.enrichment.related;

import java.util.List;

/**
 * What of an article's text is compared with other articles.
 *
 * @param terms terms of title and lead, ordered by name, each once
 * @param entities entities of title and lead, ordered by id, each once
 * @param blockKeys where to look for relatives, rarest first; two articles without a common key are never compared
 * @param body sketch of the whole body, empty for a bare headline
 */
public record Profile(List<Weighted> terms, List<Weighted> entities, List<String> blockKeys, Sketch body) {
    public Profile {
        terms = List.copyOf(terms);
        entities = List.copyOf(entities);
        blockKeys = List.copyOf(blockKeys);
    }
}
