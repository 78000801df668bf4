package io.geowire.alerts;

import io.geowire.alerts.alert.Decision;
import io.geowire.events.Severity;

/** What the service counts. */
public interface AlertsMetrics {
    /** Counts nothing. */
    AlertsMetrics NONE = new AlertsMetrics() {};

    /**
     * An article was tried.
     *
     * @param matches how many watches it matched
     * @param nanos how long that took
     */
    default void matched(int matches, long nanos) {}

    /**
     * An enriched article came, and so its analysis and its links can be read by everyone.
     *
     * @param millis since the article came in that caused it
     */
    default void enriched(long millis) {}

    /**
     * An alert can be read by everyone.
     *
     * @param millis since the article came in that caused it
     */
    default void alerted(long millis) {}

    /** A watch is in force. */
    default void watching(String watchId, Severity severity) {}

    /** A watch raised an alert. */
    default void raised(String watchId, Severity severity) {}

    /** It was decided about a match. */
    default void decided(Decision decision) {}

    /**
     * The watches in force changed.
     *
     * @param watches how many there are
     * @param rejected how many more cannot be matched
     */
    default void watches(int watches, int rejected) {}
}
