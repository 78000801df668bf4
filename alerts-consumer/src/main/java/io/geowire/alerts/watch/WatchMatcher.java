package io.geowire.alerts.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.TermFilteredPresearcher;

/**
 * Finds the watches that a news item matches. Lucene's monitor keeps the queries indexed by their rarest terms, so that
 * an item is tried only against those that it may match.
 *
 * <p>Not thread-safe: one for each stream task. Close it, for the monitor has a thread of its own.
 */
public final class WatchMatcher implements AutoCloseable {
    /** So many matches of a watch are told, and at most so many of one clause in one text are looked at. */
    public static final int MAX_MATCHES = 100;

    private final Monitor monitor;
    private final Map<String, Watch> watches = new HashMap<>();
    private int size;
    private ExactPhrases phrases = new ExactPhrases(Set.of());

    /** A watch that cannot be matched, and why. */
    public record Rejected(Watch watch, InvalidWatchException reason) {}

    public WatchMatcher() {
        try {
            monitor = new Monitor(new NewsAnalyzer(), new TermFilteredPresearcher(), new MonitorConfiguration());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes these the watches in force. Only what differs from those before is compiled.
     *
     * @return those that were not in force before and cannot be, since they are wrong
     */
    public List<Rejected> replaceAll(Collection<Watch> inForce) {
        Map<String, Watch> wanted = inForce.stream().collect(Collectors.toMap(Watch::id, watch -> watch));
        List<String> gone = new ArrayList<>(
                watches.keySet().stream().filter(id -> !wanted.containsKey(id)).toList());
        List<MonitorQuery> changed = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        for (Watch watch : wanted.values()) {
            if (watch.equals(watches.get(watch.id()))) {
                continue;
            }
            try {
                changed.add(new MonitorQuery(watch.id(), CompiledWatch.of(watch).query()));
            } catch (InvalidWatchException e) {
                rejected.add(new Rejected(watch, e));
                gone.add(watch.id());
            }
        }
        try {
            monitor.deleteById(gone);
            monitor.register(changed);
            size = monitor.getQueryCount();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        watches.clear();
        watches.putAll(wanted);
        phrases = new ExactPhrases(watches.values().stream()
                .flatMap(watch -> watch.caseSensitive().stream())
                .filter(ExactPhrase::isPhrase)
                .collect(Collectors.toSet()));
        return rejected;
    }

    /** How many watches are in force. */
    public int size() {
        return size;
    }

    /** The watches that an item matches, in order of their ids. */
    public List<WatchMatch> match(NewsItem item) {
        if (watches.isEmpty()) {
            return List.of();
        }
        List<Annotation> exact = phrases.find(item);
        try {
            MatchingQueries<ClauseHits> found = monitor.match(ItemDocument.of(item, exact), ClauseHits.MATCHER);
            if (!found.getErrors().isEmpty()) {
                throw new IllegalStateException("watches that cannot be run: " + found.getErrors());
            }
            return found.getMatches().stream()
                    .sorted(Comparator.comparing(ClauseHits::getQueryId))
                    .map(hits -> describe(item, exact, hits))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WatchMatch describe(NewsItem item, List<Annotation> exact, ClauseHits hits) {
        Watch watch = watches.get(hits.getQueryId());
        if (watch == null) {
            throw new IllegalStateException("no watch " + hits.getQueryId());
        }
        TreeSet<Place> places = hits.hits().stream()
                .flatMap(hit -> spans(item, exact, hit).map(span -> new Place(span, hit.clause())))
                .collect(Collectors.toCollection(TreeSet::new));
        return new WatchMatch(
                watch, shown(places).stream().map(place -> place.in(item)).toList());
    }

    /** If there are too many, each clause still shows where it matched first. */
    private static SortedSet<Place> shown(TreeSet<Place> places) {
        if (places.size() <= MAX_MATCHES) {
            return places;
        }
        Map<String, Place> firsts = new LinkedHashMap<>();
        places.forEach(place -> firsts.putIfAbsent(place.clause(), place));
        return Stream.concat(firsts.values().stream(), places.stream())
                .distinct()
                .limit(MAX_MATCHES)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The words of a hit: itself in a text, those of the annotation at its position in a field of keywords. */
    private static Stream<Span> spans(NewsItem item, List<Annotation> exact, ClauseHits.Hit hit) {
        return switch (hit.field()) {
            case ItemDocument.ENTITY -> item.entities().get(hit.position()).spans().stream();
            case ItemDocument.TOPIC -> item.topics().get(hit.position()).spans().stream();
            case ItemDocument.EXACT -> exact.get(hit.position()).spans().stream();
            case ItemDocument.SOURCE, ItemDocument.LANGUAGE -> Stream.of();
            default ->
                Stream.of(new Span(TextField.valueOf(hit.field().toUpperCase(Locale.ROOT)), hit.start(), hit.end()));
        };
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a clause matched. */
    private record Place(Span span, String clause) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int order = span.compareTo(other.span);
            return order != 0 ? order : clause.compareTo(other.clause);
        }

        ClauseMatch in(NewsItem item) {
            return new ClauseMatch(
                    span,
                    item.words(span),
                    clause,
                    Sentences.around(item.text(span.field()), span.start(), span.end()));
        }
    }
}
