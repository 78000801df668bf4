package io.geowire.alerts;

import io.geowire.alerts.alert.Decision;

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
