package io.geowire.alerts.watch;

import java.util.List;

/**
 * A watch that an item matches.
 *
 * @param matches what matched, in order of the text, title first, at most {@link WatchMatcher#MAX_MATCHES}; empty if
 *     only the source, the language or annotations without words were asked for
 */
public record WatchMatch(Watch watch, List<ClauseMatch> matches) {
    public WatchMatch {
        matches = List.copyOf(matches);
    }
}
