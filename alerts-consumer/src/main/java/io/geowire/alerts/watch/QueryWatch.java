package io.geowire.alerts.watch;

import java.util.ArrayList;
import java.util.List;

/** A watch that is a query alone, as one is tried out. */
public final class QueryWatch {
    private static final String ID = "query";

    private QueryWatch() {}

    /** A watch with the id {@code query}, called as the query reads. */
    public static Watch of(String query) {
        return new Watch(ID, query, Severity.MEDIUM, query, List.of(), List.of(), List.of(), 1, List.of());
    }

    /**
     * What is wrong with a query, in its order; empty if nothing is.
     *
     * @param known topics that it may name
     */
    public static List<String> faults(String query, KnownTopics known) {
        List<String> faults = new ArrayList<>();
        try {
            for (WatchQuery.TopicTerm topic : WatchQuery.parse(query).topics()) {
                known.fault(topic.id()).ifPresent(fault -> faults.add("column " + topic.column() + ": " + fault));
            }
        } catch (WatchQueryException e) {
            e.faults().forEach(fault -> faults.add(fault.toString()));
        }
        return faults;
    }
}
