package io.geowire.alerts.watch;

import java.util.List;

/** The topic labels that enrichment gives. */
public final class KnownTopics {
    public static final List<String> LABELS = List.of(
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
            "environment");

    private KnownTopics() {}
}
