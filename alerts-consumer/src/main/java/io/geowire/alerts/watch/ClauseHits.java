package io.geowire.alerts.watch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.monitor.CandidateMatcher;
import org.apache.lucene.monitor.MatcherFactory;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.NamedMatches;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/** Which clauses of one query matched a document, and where. */
final class ClauseHits extends QueryMatch {
    static final MatcherFactory<ClauseHits> MATCHER = Matcher::new;

    private final List<Hit> hits;

    /**
     * @param clause name of the match: the clause as written
     * @param position of the first word in the field; for keywords: which annotation
     * @param start offset of the first character in the field
     * @param end offset behind the last character
     */
    record Hit(String clause, String field, int position, int start, int end) {}

    private ClauseHits(String queryId, List<Hit> hits) {
        super(queryId);
        this.hits = hits;
    }

    List<Hit> hits() {
        return hits;
    }

    /** Runs a query on its one document. */
    private static final class Matcher extends CandidateMatcher<ClauseHits> {
        Matcher(IndexSearcher searcher) {
            super(searcher);
        }

        @Override
        protected void matchQuery(String queryId, Query query, Map<String, String> metadata) throws IOException {
            Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
            LeafReaderContext document = searcher.getIndexReader().leaves().get(0);
            Matches matches = weight.matches(document, 0);
            if (matches != null) {
                addMatch(new ClauseHits(queryId, hits(matches)), 0);
            }
        }

        private static List<Hit> hits(Matches matches) throws IOException {
            List<Hit> hits = new ArrayList<>();
            for (NamedMatches clause : NamedMatches.findNamedMatches(matches)) {
                for (String field : clause) {
                    MatchesIterator places = clause.getMatches(field);
                    for (int n = 0; n < WatchMatcher.MAX_MATCHES && places.next(); n++) {
                        hits.add(new Hit(
                                clause.getName(),
                                field,
                                places.startPosition(),
                                places.startOffset(),
                                places.endOffset()));
                    }
                }
            }
            return hits;
        }

        /** The monitor runs the parts of a large OR one by one. */
        @Override
        public ClauseHits resolve(ClauseHits one, ClauseHits other) {
            List<Hit> both = new ArrayList<>(one.hits);
            both.addAll(other.hits);
            return new ClauseHits(one.getQueryId(), both);
        }
    }
}
