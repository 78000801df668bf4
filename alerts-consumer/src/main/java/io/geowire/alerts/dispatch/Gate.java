package io.geowire.alerts.dispatch;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.RateLimiter;
import io.geowire.alerts.delivery.RateLimit;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Says when a receiver may be sent to: not while it has asked for peace, not faster than it wants, and not while it keeps
 * failing. Times are milliseconds of the clock that its user reads.
 */
final class Gate {
    private final CircuitBreaker<Object> breaker;
    private final RateLimiter<Object> limiter;
    private long heldUntil = Long.MIN_VALUE;
    private @Nullable Long reserved;

    Gate(DeliveryLimits limits, RateLimit rate) {
        this.breaker = CircuitBreaker.builder()
                .withFailureThreshold(limits.breakerFailures())
                .withDelay(limits.breakerDelay())
                .withSuccessThreshold(1)
                .build();
        this.limiter = RateLimiter.smoothBuilder(rate.interval()).build();
    }

    /** Lets one request through, or not. One that is let through must be followed by {@link #up} or {@link #down}. */
    boolean tryPass(long now) {
        if (now < heldUntil) {
            return false;
        }
        if (reserved == null) {
            reserved = now + ceil(limiter.reservePermit());
        }
        if (now < reserved || !breaker.tryAcquirePermit()) {
            return false;
        }
        reserved = null;
        return true;
    }

    /** How many milliseconds it will let nothing through, as far as is known. */
    long closedFor(long now) {
        long until = Math.max(heldUntil, reserved == null ? now : reserved);
        long breakerWait = breaker.isOpen() ? ceil(breaker.getRemainingDelay()) : 0;
        return Math.max(Math.max(0, until - now), breakerWait);
    }

    /** Whether a request would only be a trial: the receiver failed and has accepted nothing since. */
    boolean isOnTrial() {
        return !breaker.isClosed();
    }

    CircuitBreaker.State circuit() {
        return breaker.getState();
    }

    /**
     * The receiver answered as one that is up.
     *
     * @return whether it was down before
     */
    boolean up() {
        boolean trial = isOnTrial();
        breaker.recordSuccess();
        return trial;
    }

    /**
     * The receiver failed.
     *
     * @return whether it counts as down from now on, and did not before
     */
    boolean down() {
        boolean closed = breaker.isClosed();
        breaker.recordFailure();
        return closed && breaker.isOpen();
    }

    /** Lets nothing through before {@code until}. */
    void hold(long until) {
        heldUntil = Math.max(heldUntil, until);
    }

    private static long ceil(Duration duration) {
        return TimeUnit.NANOSECONDS.toMillis(duration.toNanos() + 999_999);
    }
}
