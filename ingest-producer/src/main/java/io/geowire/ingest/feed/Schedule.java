package io.geowire.ingest.feed;

import java.time.Duration;
import java.time.Instant;

/** When a feed is asked next: not before its base time, nor before what feed and server ask for; at the latest after a day. */
final class Schedule {
    static final Duration LONGEST = Duration.ofHours(24);
    private static final int MAX_DOUBLINGS = 20;

    private Schedule() {}

    /** After an answer. */
    static Instant next(Instant now, Duration every, Duration ttl, Duration pause) {
        return now.plus(capped(longer(longer(every, ttl), pause)));
    }

    /**
     * After a failure: twice the time before at each further one.
     *
     * @param failures in a row, 1 or more
     */
    static Instant afterFailure(Instant now, Duration every, int failures, Duration pause) {
        Duration backOff = every.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
        return now.plus(capped(longer(backOff, pause)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration capped(Duration pause) {
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
