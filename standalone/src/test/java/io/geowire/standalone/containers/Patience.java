package io.geowire.standalone.containers;

import java.time.Duration;

/** How long a test waits for what must come: much longer than it takes, for machines that are busy. */
final class Patience {
    static final Duration LONG = Duration.ofMinutes(4);

    private Patience() {}
}
