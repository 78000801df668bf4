package io.geowire.alerts.topology;

import java.time.Duration;

/**
 * What bounds the state of a task. A member of an alert (an article, or a story id) goes when event time has passed it by the
 * retention and {@code slack} later members have come, or when there are {@code max} later ones. An alert goes with its last
 * member.
 *
 * @param retention in event time, above zero
 * @param slack members, 0 or more
 * @param max members, 1 or more and not below the slack
 */
public record Limits(Duration retention, int slack, int max) {
    public static final Limits DEFAULT = new Limits(Duration.ofDays(7), 20_000, 500_000);

    public Limits {
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException("retention is " + retention + ", must be above zero");
        }
        if (slack < 0 || max < 1 || max < slack) {
            throw new IllegalArgumentException("slack is " + slack + " and max " + max
                    + "; slack must be 0 or more, max 1 or more and not below it");
        }
    }
}
