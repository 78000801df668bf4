package io.geowire.alerts.watch;

import java.util.List;

/** Watches for tests. */
final class Watches {
    private Watches() {}

    static Watch query(String id, String query) {
        return new Watch(id, id, Severity.HIGH, query, List.of(), List.of(), List.of(), 1, List.of());
    }

    static Watch exactly(String id, String... phrases) {
        return new Watch(id, id, Severity.HIGH, null, List.of(phrases), List.of(), List.of(), 1, List.of());
    }

    /** What a query finds in an item. */
    static List<ClauseMatch> find(String query, NewsItem item) {
        return find(query("w", query), item);
    }

    /** What a watch finds in an item; empty if it does not match. */
    static List<ClauseMatch> find(Watch watch, NewsItem item) {
        try (WatchMatcher matcher = new WatchMatcher()) {
            List<WatchMatcher.Rejected> rejected = matcher.replaceAll(List.of(watch));
            if (!rejected.isEmpty()) {
                throw new AssertionError(rejected.get(0).reason());
            }
            return matcher.match(item).stream()
                    .flatMap(match -> match.matches().stream())
                    .toList();
        }
    }

    static boolean matches(String query, String title) {
        return matches(query("w", query), NewsItem.of(title, null));
    }

    static boolean matches(Watch watch, NewsItem item) {
        try (WatchMatcher matcher = new WatchMatcher()) {
            List<WatchMatcher.Rejected> rejected = matcher.replaceAll(List.of(watch));
            if (!rejected.isEmpty()) {
                throw new AssertionError(rejected.get(0).reason());
            }
            return !matcher.match(item).isEmpty();
        }
    }
}
