package io.geowire.enrichment.evaluation;

import io.geowire.enrichment.text.NewsText;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An item of labelled news.
 *
 * @param mentions null if they are not labelled
 * @param topics null if they are not labelled; empty if none apply
 * @param story which event it reports; null for one that no other item reports
 * @param saga which matter it is a stage of; null for none
 * @param duplicateOf id of the item it copies; null for none
 */
public record LabelledArticle(
        String id,
        @Nullable Instant publishedAt,
        String source,
        NewsText text,
        @Nullable List<LabelledMention> mentions,
        @Nullable Set<String> topics,
        @Nullable String story,
        @Nullable String saga,
        @Nullable String duplicateOf) {
    public LabelledArticle {
        mentions = mentions == null ? null : List.copyOf(mentions);
        topics = topics == null ? null : Set.copyOf(topics);
    }
}
