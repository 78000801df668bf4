package io.geowire.alerts.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the header {@code Retry-After}: seconds, or a date as RFC 9110 has servers write it. */
final class RetryAfter {
    /** No receiver puts off its alerts for longer. */
    static final Duration MAX = Duration.ofHours(24);

    /** More digits are more than {@link #MAX} in any case. */
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private RetryAfter() {}

    /**
     * How long to wait, {@link #MAX} at most.
     *
     * @param now milliseconds since 1970
     * @return empty if the value asks for no wait or cannot be understood
     */
    static Optional<Duration> parse(String value, long now) {
        String text = value.strip();
        if (SECONDS.matcher(text).matches()) {
            return bounded(Duration.ofSeconds(Long.parseLong(text)));
        }
        if (DIGITS.matcher(text).matches()) {
            return Optional.of(MAX);
        }
        try {
            long then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()
                    .toEpochMilli();
            return bounded(Duration.ofMillis(then - now));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> bounded(Duration wait) {
        if (wait.isNegative() || wait.isZero()) {
            return Optional.empty();
        }
        return Optional.of(wait.compareTo(MAX) > 0 ? MAX : wait);
    }
}
