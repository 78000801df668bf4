package io.geowire.enrichment.evaluation;

import io.geowire.enrichment.entity.EntityType;
import io.geowire.enrichment.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A mention as a person labelled it.
 *
 * @param name canonical name of what it mentions
 * @param id the id it should be linked to; null if the label does not say
 */
public record LabelledMention(
        Span span, EntityType type, String name, @Nullable String id) {}
