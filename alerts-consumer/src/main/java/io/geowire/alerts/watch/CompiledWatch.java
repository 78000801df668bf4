package io.geowire.alerts.watch;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.NamedMatches;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** All conditions of a watch as one Lucene query, in which each clause is a named match. */
record CompiledWatch(Watch watch, Query query) {
    /** @throws WatchQueryException if the query is none, too costly, or the watch asks for nothing */
    static CompiledWatch of(Watch watch) throws WatchQueryException {
        List<Query> conditions = new ArrayList<>();
        if (watch.query() != null) {
            conditions.add(WatchQuery.parse(watch.query()).query());
        }
        addAnyOf(conditions, ItemDocument.EXACT, watch.caseSensitive(), false);
        addAnyOf(conditions, ItemDocument.ENTITY, watch.entities(), true);
        addAnyOf(conditions, ItemDocument.TOPIC, watch.topics(), true);
        if (conditions.isEmpty()) {
            throw new WatchQueryException(List.of(new QueryFault(1, "the watch has no condition")));
        }
        return new CompiledWatch(watch, conditions.size() == 1 ? conditions.get(0) : combined(conditions, Occur.MUST));
    }

    private static void addAnyOf(List<Query> conditions, String field, List<String> values, boolean folded) {
        List<Query> any = values.stream()
                .map(value -> NamedMatches.wrapQuery(
                        value, new TermQuery(new Term(field, folded ? Keywords.fold(value) : value))))
                .toList();
        if (!any.isEmpty()) {
            conditions.add(any.size() == 1 ? any.get(0) : combined(any, Occur.SHOULD));
        }
    }

    private static Query combined(List<Query> parts, Occur occur) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        parts.forEach(part -> all.add(part, occur));
        return all.build();
    }
}
