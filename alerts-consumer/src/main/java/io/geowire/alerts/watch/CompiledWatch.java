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
    /** @throws InvalidWatchException if its id or a condition is not allowed, or there is none */
    static CompiledWatch of(Watch watch) throws InvalidWatchException {
        if (!Watch.isId(watch.id())) {
            throw new InvalidWatchException("id: up to 64 lower-case letters, digits and hyphens are allowed");
        }
        if (watch.isEmpty()) {
            throw new InvalidWatchException("it asks for nothing");
        }
        List<Query> conditions = new ArrayList<>();
        if (watch.query() != null) {
            conditions.add(query(watch.query()));
        }
        for (String phrase : watch.caseSensitive()) {
            if (!ExactPhrase.isPhrase(phrase)) {
                throw new InvalidWatchException("caseSensitive: '" + phrase + "' has no letter or digit");
            }
        }
        addAnyOf(conditions, ItemDocument.EXACT, watch.caseSensitive(), false);
        addAnyOf(conditions, ItemDocument.ENTITY, watch.entities(), true);
        addAnyOf(conditions, ItemDocument.TOPIC, watch.topics(), true);
        return new CompiledWatch(watch, conditions.size() == 1 ? conditions.get(0) : combined(conditions, Occur.MUST));
    }

    private static Query query(String text) throws InvalidWatchException {
        try {
            return WatchQuery.parse(text).query();
        } catch (WatchQueryException e) {
            throw new InvalidWatchException("query: " + e.getMessage());
        }
    }

    private static void addAnyOf(List<Query> conditions, String field, List<String> values, boolean folded)
            throws InvalidWatchException {
        if (values.size() > Watch.MAX_LIST) {
            throw new InvalidWatchException("a list has at most " + Watch.MAX_LIST + " entries");
        }
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
