package io.geowire.ingest.push;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Bounds what is under way: requests until they are answered, and the bytes of their bodies until the broker has answered for them. */
final class InFlight {
    private final int maxRequests;
    private final int maxBytes;
    private final Semaphore requests;
    private final Semaphore bytes;
    private volatile boolean ending;

    InFlight(int maxRequests, int maxBytes) {
        this.maxRequests = maxRequests;
        this.maxBytes = maxBytes;
        this.requests = new Semaphore(maxRequests);
        this.bytes = new Semaphore(maxBytes);
    }

    /**
     * Lets one more request in, which must {@link #leave}.
     *
     * @throws ProblemException with status 429 if there is no room, 503 at the end of the process
     */
    void enter() {
        if (ending || !requests.tryAcquire()) {
            throw ending
                    ? new ProblemException(503, "the process is ending", Map.of("Retry-After", "5"))
                    : new ProblemException(
                            429, "too many requests are under way; try again later", Map.of("Retry-After", "1"));
        }
    }

    void leave() {
        requests.release();
    }

    /** Bytes under way. */
    int bytes() {
        return maxBytes - bytes.availablePermits();
    }

    /** Lets no more requests in and waits for those under way, but not longer than that. */
    void drain(Duration patience) {
        ending = true;
        try {
            if (requests.tryAcquire(maxRequests, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                requests.release(maxRequests);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The share of one request; empty at first. */
    Share share() {
        return new Share();
    }

    /** Used by one thread. */
    final class Share implements AutoCloseable {
        private int held;
        private boolean handedOver;

        private Share() {}

        /** Takes so many bytes more. False if there is no room. */
        boolean grow(int more) {
            if (!bytes.tryAcquire(more)) {
                return false;
            }
            held += more;
            return true;
        }

        /** Leaves it to the broker's answers to give the share back. */
        void releaseAfter(CompletableFuture<?> answers) {
            handedOver = true;
            int share = held;
            answers.whenComplete((nothing, fault) -> bytes.release(share));
        }

        @Override
        public void close() {
            if (!handedOver) {
                bytes.release(held);
            }
        }
    }
}
