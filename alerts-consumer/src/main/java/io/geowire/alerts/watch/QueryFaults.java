package io.geowire.alerts.watch;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/** Collects what is wrong with one query. */
final class QueryFaults {
    private final TreeSet<QueryFault> faults =
            new TreeSet<>(Comparator.comparingInt(QueryFault::column).thenComparing(QueryFault::reason));

    /**
     * Adds a fault; the same one twice is one.
     *
     * @param offset where, counted from 0
     * @return what stands for the faulty part, so that the rest can be looked at too
     */
    Query add(int offset, String reason) {
        faults.add(new QueryFault(offset + 1, reason));
        return new MatchNoDocsQuery(reason);
    }

    /** In order of the query. */
    List<QueryFault> inOrder() {
        return List.copyOf(faults);
    }
}
