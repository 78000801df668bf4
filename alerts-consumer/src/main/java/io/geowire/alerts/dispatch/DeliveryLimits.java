package io.geowire.alerts.dispatch;

import java.time.Duration;

/**
 * How alerts are delivered, whoever the receiver is.
 *
 * @param firstDelay longest wait before the second attempt; before each further one twice as long as before the last
 * @param longestDelay longest wait before any attempt, above {@code firstDelay}
 * @param breakerFailures so many failures in a row open the circuit, 1 or more
 * @param breakerDelay how long an open circuit lets nothing through
 * @param startAge how old the alerts are, by arrival, with which a new receiver begins
 */
public record DeliveryLimits(
        Duration firstDelay, Duration longestDelay, int breakerFailures, Duration breakerDelay, Duration startAge) {
    public static final DeliveryLimits DEFAULT = new DeliveryLimits(
            Duration.ofSeconds(1), Duration.ofMinutes(5), 5, Duration.ofSeconds(30), Duration.ofHours(24));

    /** An alert that failed so often, while others were accepted in between, is at fault itself. */
    static final int POISON = 10;

    public DeliveryLimits {
        if (longestDelay.compareTo(firstDelay) <= 0) {
            throw new IllegalArgumentException(
                    "the longest delay is %s, which is not above the first, %s".formatted(longestDelay, firstDelay));
        }
    }
}
