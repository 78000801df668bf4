package io.geowire.alerts.delivery;

import io.geowire.events.Alert;
import io.geowire.events.Severity;
import java.util.Set;

/**
 * Of which alerts a receiver is told: those that pass every part.
 *
 * @param severities empty: all
 * @param watches ids; empty: all
 * @param topics ids, of which the alert must bear one; empty: all
 * @param occasions at least one
 */
public record Filter(Set<Severity> severities, Set<String> watches, Set<String> topics, Set<Occasion> occasions) {
    /** All alerts, raised and updated. */
    public static final Filter ALL = new Filter(Set.of(), Set.of(), Set.of(), Set.of(Occasion.values()));

    public Filter {
        severities = Set.copyOf(severities);
        watches = Set.copyOf(watches);
        topics = Set.copyOf(topics);
        occasions = Set.copyOf(occasions);
        if (occasions.isEmpty()) {
            throw new IllegalArgumentException("no occasion: nothing would pass");
        }
    }

    boolean passes(Alert alert) {
        return (severities.isEmpty() || severities.contains(alert.getSeverity()))
                && (watches.isEmpty() || watches.contains(alert.getWatchId()))
                && (topics.isEmpty() || alert.getTopics().stream().anyMatch(topics::contains))
                && occasions.contains(Occasion.of(alert));
    }
}
