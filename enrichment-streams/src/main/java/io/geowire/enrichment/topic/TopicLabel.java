package io.geowire.enrichment.topic;

import io.geowire.enrichment.text.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A topic of a news text and why.
 *
 * @param id of the topic: "arms-control"
 * @param iptc its codes in the IPTC Media Topics, as "medtop:20000078"; the closest first
 * @param score confidence, above 0 and at most 1
 * @param evidence the words that speak for it, in reading order; at least one
 */
public record TopicLabel(String id, List<String> iptc, double score, List<Span> evidence) {
    /** The best first, then by id. */
    static final Comparator<TopicLabel> BEST_FIRST =
            Comparator.comparingDouble(TopicLabel::score).reversed().thenComparing(TopicLabel::id);

    public TopicLabel {
        Objects.requireNonNull(id, "id");
        iptc = List.copyOf(iptc);
        evidence = List.copyOf(evidence);
        if (!(score > 0 && score <= 1)) {
            throw new IllegalArgumentException("score of " + id + " is not in (0, 1]: " + score);
        }
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("no evidence for " + id);
        }
    }
}
