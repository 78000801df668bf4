package io.geowire.alerts.topology;

import io.geowire.alerts.AlertsMetrics;
import io.geowire.alerts.state.Tally;
import io.geowire.alerts.watch.Watch;
import io.geowire.alerts.watch.WatchMatch;
import io.geowire.alerts.watch.WatchMatcher;
import io.geowire.events.Alert;
import io.geowire.events.EnrichedArticle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What watches would have alerted to: past articles through the same stages as in {@link AlertTopology}, in order of event time.
 * Nothing is forgotten meanwhile. Give it each article once, in any order. Not thread-safe.
 */
public final class Backtest implements AutoCloseable {
    /** So many matches can be kept, and a watch that matches more is of no use. */
    public static final int MAX_MATCHES = 20_000;

    private final WatchMatcher matcher = new WatchMatcher();
    private final List<Alert> alone = new ArrayList<>();
    private int articles;
    private int matching;

    /**
     * What came out.
     *
     * @param articles how many were looked at
     * @param matching how many of them match a watch
     * @param alerts that would have been raised, each as it would stand now, by event time
     * @param waiting how many stories match but are carried by too few sources
     */
    public record Outcome(int articles, int matching, List<Alert> alerts, int waiting) {
        public Outcome {
            alerts = List.copyOf(alerts);
        }
    }

    /** @throws IllegalArgumentException if a watch cannot be matched, which no watch of a checked file is */
    public Backtest(Collection<Watch> watches) {
        List<WatchMatcher.Rejected> rejected = matcher.replaceAll(watches);
        if (!rejected.isEmpty()) {
            matcher.close();
            throw new IllegalArgumentException("watch '%s' cannot be matched: %s"
                    .formatted(
                            rejected.get(0).watch().id(),
                            rejected.get(0).reason().getMessage()));
        }
    }

    /**
     * Looks at an article.
     *
     * @throws IllegalStateException if there are more than {@link #MAX_MATCHES} matches
     */
    public void article(EnrichedArticle article) {
        articles++;
        List<WatchMatch> matches = matcher.match(ArticleMapper.toItem(article));
        matching += matches.isEmpty() ? 0 : 1;
        if (alone.size() + matches.size() > MAX_MATCHES) {
            throw new IllegalStateException("more than %,d matches: too many to be of use".formatted(MAX_MATCHES));
        }
        matches.forEach(match -> alone.add(ArticleMapper.toAlert(article, match)));
    }

    /** Decides on what matched. */
    public Outcome outcome() {
        alone.sort(Comparator.comparing(Alert::getPublishedAt)
                .thenComparing(Alert::getArticleId)
                .thenComparing(Alert::getWatchId));
        Map<String, Tally> tallies = new HashMap<>();
        AlertBook book = new AlertBook(
                Table.inMemory(new HashMap<>()),
                Table.inMemory(tallies),
                Table.inMemory(new HashMap<>()),
                (member, eventTime) -> {});
        AlertDesk desk = new AlertDesk(book, AlertsMetrics.NONE);
        Map<String, Alert> alerts = new LinkedHashMap<>();
        for (Alert each : alone) {
            desk.decide(each, each.getPublishedAt())
                    .ifPresent(alert -> alerts.put(AlertBook.key(alert.getWatchId(), alert.getStoryId()), alert));
        }
        int waiting = (int) tallies.values().stream()
                .filter(tally -> tally.getRevision() == 0)
                .count();
        return new Outcome(articles, matching, List.copyOf(alerts.values()), waiting);
    }

    @Override
    public void close() {
        matcher.close();
    }
}
