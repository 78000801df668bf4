package io.geowire.enrichment.entity;

import io.geowire.enrichment.text.NewsText;
import java.util.List;

/** Finds the entities that a news text names. Implementations are pure and safe for use by several threads. */
public interface EntityRecognizer {

    /**
     * The entities, each once, the most salient first; of equal ones the one that is named first. Mentions of different
     * entities do not overlap.
     */
    List<LinkedEntity> recognize(NewsText text);
}
