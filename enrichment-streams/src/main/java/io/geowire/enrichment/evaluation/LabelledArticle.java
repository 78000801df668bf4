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

    /** Whether it is labelled as belonging to others. */
    public boolean hasRelations() {
        return story != null || saga != null || duplicateOf != null;
    }

    /** Whether both report one event; copies do. */
    public boolean sameEvent(LabelledArticle other) {
        return (story != null && story.equals(other.story)) || copies(other);
    }

    /** Whether both belong to one matter. */
    public boolean related(LabelledArticle other) {
        return sameEvent(other) || (saga != null && saga.equals(other.saga));
    }

    /** Whether both are copies of one text. */
    public boolean copies(LabelledArticle other) {
        return id.equals(other.duplicateOf)
                || other.id.equals(duplicateOf)
                || (duplicateOf != null && duplicateOf.equals(other.duplicateOf));
    }
}
