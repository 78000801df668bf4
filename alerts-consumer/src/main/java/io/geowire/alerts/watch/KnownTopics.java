package io.geowire.alerts.watch;

import io.geowire.service.yaml.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The topic labels that enrichment gives.
 *
 * @param labels ids in lower case, those of Geowire first
 */
public record KnownTopics(List<String> labels) {
    /** Those that come with Geowire. */
    public static final KnownTopics SHIPPED = new KnownTopics(List.of(
            "diplomacy",
            "peace-process",
            "armed-conflict",
            "defence",
            "arms-trade",
            "arms-control",
            "sanctions",
            "territory",
            "terrorism",
            "espionage-cyber",
            "elections",
            "government",
            "law",
            "human-rights",
            "humanitarian",
            "trade",
            "energy",
            "environment"));

    public KnownTopics {
        labels = List.copyOf(labels);
    }

    /** These and others, which users have added. */
    public KnownTopics with(Collection<String> added) {
        return new KnownTopics(
                Stream.concat(labels.stream(), added.stream()).distinct().toList());
    }

    /** What is wrong with a label: that it is unknown, and which may be meant; empty if it is known. */
    public Optional<String> fault(String label) {
        return labels.contains(label)
                ? Optional.empty()
                : Optional.of("unknown topic '" + label + "'" + Suggestion.among(labels, label));
    }
}
