package io.geowire.standalone;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C or {@code kill}: a command is asked to end, and the process waits a while until it has. */
final class EndRequest implements AutoCloseable {
    private static final int GRACE_SECONDS = 10;

    private final CountDownLatch finished = new CountDownLatch(1);

    private EndRequest() {}

    /** @param ask run when the end is asked for */
    static EndRequest on(Runnable ask) {
        EndRequest request = new EndRequest();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> request.end(ask), "geowire-end"));
        return request;
    }

    private void end(Runnable ask) {
        ask.run();
        try {
            if (!finished.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                return; // What holds it up is outside of it.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The command has ended. */
    @Override
    public void close() {
        finished.countDown();
    }
}
