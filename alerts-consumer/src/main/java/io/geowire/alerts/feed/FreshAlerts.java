package io.geowire.alerts.feed;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The newest revision of each alert, newest first, up to a number of alerts. It holds the same after the same records, in
 * whatever order the partitions are read. Many threads may share it.
 */
final class FreshAlerts {
    private static final Comparator<Entry> NEWEST_FIRST =
            Comparator.comparing(Entry::updatedAt).reversed().thenComparing(Entry::key);

    private final int max;
    private final Map<String, Entry> byKey = new HashMap<>();
    private final TreeSet<Entry> ordered = new TreeSet<>(NEWEST_FIRST);

    private record Entry(String key, Instant updatedAt, AlertView view) {}

    /**
     * Which alerts to show; null or empty for all.
     *
     * @param severities in small letters
     */
    record Filter(Set<String> severities, @Nullable String watchId) {
        boolean accepts(AlertView view) {
            return (severities.isEmpty() || severities.contains(view.severity()))
                    && (watchId == null || watchId.equals(view.watchId()));
        }
    }

    /** @param max alerts that are kept, 1 or more */
    FreshAlerts(int max) {
        this.max = max;
    }

    /** An alert was raised or revised. */
    synchronized void put(String key, Instant updatedAt, AlertView view) {
        remove(key);
        Entry entry = new Entry(key, updatedAt, view);
        byKey.put(key, entry);
        ordered.add(entry);
        if (ordered.size() > max) {
            byKey.remove(ordered.pollLast().key());
        }
    }

    /** An alert is gone. */
    synchronized void remove(String key) {
        Entry before = byKey.remove(key);
        if (before != null) {
            ordered.remove(before);
        }
    }

    /** The newest that the filter accepts and that are no older than {@code since}. */
    synchronized List<AlertView> newest(int limit, Filter filter, Instant since) {
        return ordered.stream()
                .takeWhile(entry -> !entry.updatedAt().isBefore(since))
                .map(Entry::view)
                .filter(filter::accepts)
                .limit(limit)
                .toList();
    }
}
