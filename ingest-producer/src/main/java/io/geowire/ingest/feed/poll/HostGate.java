package io.geowire.ingest.feed.poll;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Lets one request at a time to a host (and port), and the next only after a pause. Safe for use by many threads. */
final class HostGate {
    private static final int TIDY_ABOVE = 10_000;

    private final Clock clock;
    private final Duration spacing;
    private final Map<String, Turn> turns = new HashMap<>();

    private record Turn(boolean taken, Instant next) {}

    /** @param spacing from the beginning of a request to that of the next */
    HostGate(Clock clock, Duration spacing) {
        this.clock = clock;
        this.spacing = spacing;
    }

    /** What is asked one at a time. */
    static String host(URI url) {
        return url.getHost().toLowerCase(Locale.ROOT) + ":" + url.getPort();
    }

    /** Takes a host's turn, if it is free and rested. */
    synchronized boolean tryEnter(String host) {
        Instant now = clock.instant();
        Turn turn = turns.get(host);
        if (turn != null && (turn.taken || now.isBefore(turn.next))) {
            return false;
        }
        turns.put(host, new Turn(true, now.plus(spacing)));
        return true;
    }

    /** Waits for a host's turn and takes it. */
    synchronized void enter(String host) throws InterruptedException {
        while (!tryEnter(host)) {
            Turn turn = turns.get(host);
            long rest = turn == null || turn.taken
                    ? 0
                    : Math.max(1, Duration.between(clock.instant(), turn.next).toMillis());
            wait(rest);
        }
    }

    /**
     * Gives a host's turn back.
     *
     * @param pause from now on at least
     */
    synchronized void leave(String host, Duration pause) {
        Turn turn = turns.get(host);
        Instant earliest = clock.instant().plus(pause);
        if (turn != null) {
            turns.put(host, new Turn(false, turn.next.isAfter(earliest) ? turn.next : earliest));
        }
        if (turns.size() > TIDY_ABOVE) {
            Instant now = clock.instant();
            turns.values().removeIf(each -> !each.taken && !now.isBefore(each.next));
        }
        notifyAll();
    }
}
