package io.geowire.alerts.watch;

import java.util.List;
import java.util.stream.Collectors;

/** A query is wrong or too costly. Tells every fault that could be found, in order of the query. */
public final class WatchQueryException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<QueryFault> faults;

    /** @param faults in order of the query */
    WatchQueryException(List<QueryFault> faults) {
        super(faults.stream().map(QueryFault::toString).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    public List<QueryFault> faults() {
        return faults;
    }
}
