package io.geowire.alerts.dispatch;

import dev.failsafe.Execution;
import dev.failsafe.RetryPolicy;
import io.geowire.alerts.delivery.Message;
import io.geowire.alerts.delivery.Verdict;
import io.geowire.events.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An alert on its way to a receiver, with what its attempts came to. */
final class Parcel {
    private static final long NONE = -1;

    private final Alert alert;
    private final Message message;
    private final Execution<Verdict> execution;
    private @Nullable Instant firstAttempt;
    private @Nullable Instant lastAttempt;
    private int attempts;
    private int faults;
    private long acceptedAtFault = NONE;

    Parcel(Alert alert, Message message, RetryPolicy<Verdict> policy) {
        this.alert = alert;
        this.message = message;
        this.execution = Execution.of(policy);
    }

    /**
     * Waits between attempts: up to {@code firstDelay}, then up to twice as long, and so on. Full jitter: any wait from nothing to
     * that is as likely as any other, so that what failed together does not come back together.
     */
    static RetryPolicy<Verdict> policy(DeliveryLimits limits) {
        return RetryPolicy.<Verdict>builder()
                .handleResultIf(Verdict.Retry.class::isInstance)
                .withMaxRetries(-1)
                .withBackoff(
                        limits.firstDelay().dividedBy(2), limits.longestDelay().dividedBy(2))
                // The library's jitter goes as far above the delay as below.
                .withJitter(1.0)
                .build();
    }

    Alert alert() {
        return alert;
    }

    Message message() {
        return message;
    }

    /** An attempt is made. */
    void attempted(Instant at) {
        attempts++;
        lastAttempt = at;
        if (firstAttempt == null) {
            firstAttempt = at;
        }
    }

    /**
     * The attempt failed.
     *
     * @param accepted how many other alerts the receiver has accepted so far
     * @return how long to wait before the next
     */
    Duration failed(Verdict.Retry verdict, long accepted) {
        // Only a failure beside a success tells something of the alert: a receiver that is down fails for all.
        if (verdict.suspect() && acceptedAtFault != accepted) {
            faults++;
            acceptedAtFault = accepted;
        }
        execution.recordResult(verdict);
        Duration own = execution.getDelay();
        return verdict.askedPause().filter(asked -> asked.compareTo(own) > 0).orElse(own);
    }

    int attempts() {
        return attempts;
    }

    Optional<Instant> firstAttempt() {
        return Optional.ofNullable(firstAttempt);
    }

    Optional<Instant> lastAttempt() {
        return Optional.ofNullable(lastAttempt);
    }

    /** How many attempts failed with an acceptance of another alert between each and the next. */
    int faults() {
        return faults;
    }
}
