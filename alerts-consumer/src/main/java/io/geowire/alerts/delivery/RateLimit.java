package io.geowire.alerts.delivery;

import java.time.Duration;

/**
 * How many deliveries a receiver takes at most.
 *
 * @param deliveries 1 to 1,000
 * @param period a second or a minute
 */
public record RateLimit(int deliveries, Duration period) {
    /** The most deliveries in a period. */
    public static final int MAX = 1_000;

    public RateLimit {
        if (deliveries < 1 || deliveries > MAX) {
            throw new IllegalArgumentException("deliveries is " + deliveries + "; allowed are 1 to " + MAX);
        }
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("period is " + period);
        }
    }

    static RateLimit perSecond(int deliveries) {
        return new RateLimit(deliveries, Duration.ofSeconds(1));
    }

    static RateLimit perMinute(int deliveries) {
        return new RateLimit(deliveries, Duration.ofMinutes(1));
    }

    /** The time from one delivery to the next. */
    public Duration interval() {
        return period.dividedBy(deliveries);
    }

    /** As written in {@code receivers.yaml}: {@code 4/s} or {@code 30/min}. */
    @Override
    public String toString() {
        return deliveries + (period.equals(Duration.ofSeconds(1)) ? "/s" : "/min");
    }
}
