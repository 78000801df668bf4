package io.geowire.alerts.delivery;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an attempt to deliver came to. */
public sealed interface Verdict {
    /** Why, for people. */
    String reason();

    /** The receiver has it. */
    record Delivered() implements Verdict {
        @Override
        public String reason() {
            return "delivered";
        }
    }

    /**
     * Not now, but perhaps later.
     *
     * @param pause what the receiver asks for, above zero; null if it asks for nothing
     * @param suspect whether it may be the alert itself that the receiver cannot cope with
     */
    record Retry(String reason, @Nullable Duration pause, boolean suspect) implements Verdict {
        /** {@link #pause}, if there is one. */
        public Optional<Duration> askedPause() {
            return Optional.ofNullable(pause);
        }
    }

    /** Never: the same request would be refused again. */
    record Refused(String reason) implements Verdict {}

    /** Never, nor anything else: the receiver says that it is gone for good. */
    record Gone(String reason) implements Verdict {}

    /**
     * Judges an answer. Only 2xx is success. 408, 425, 429 and 5xx pass; 410 ends it for the receiver; everything else, redirects
     * among them, would be the same next time.
     *
     * @param status of HTTP
     * @param retryAfter the header of that name; null if there is none
     * @param now milliseconds since 1970
     */
    static Verdict of(int status, @Nullable String retryAfter, long now) {
        if (status >= 200 && status < 300) {
            return new Delivered();
        }
        return switch (status) {
            case 408, 425, 429, 503 -> retry(status, retryAfter, now, false);
            case 410 -> new Gone("the receiver answered 410, gone");
            default ->
                status >= 500
                        ? retry(status, retryAfter, now, true)
                        : new Refused(
                                status >= 300 && status < 400
                                        ? "the receiver answered %d, a redirect, which is not followed"
                                                .formatted(status)
                                        : "the receiver answered %d".formatted(status));
        };
    }

    private static Verdict retry(int status, @Nullable String retryAfter, long now, boolean suspect) {
        Duration pause =
                retryAfter == null ? null : RetryAfter.parse(retryAfter, now).orElse(null);
        return new Retry("the receiver answered " + status, pause, suspect);
    }
}
