package io.geowire.ingest.feed;

import io.geowire.ingest.item.RawDate;
import io.geowire.ingest.normalise.Dates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The headers of a response that concern a feed, by their names in lower case. */
public record ResponseHeaders(Map<String, List<String>> values) {
    private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[,\\s])max-age\\s*=\\s*\"?([0-9]{1,9})");
    private static final int MAX_VALUE = 8_000;

    /** The first value of a header, unless it is empty or longer than any that makes sense. */
    public @Nullable String first(String name) {
        return find(name).orElse(null);
    }

    /** How long the server asks to be left alone: the longest of Retry-After, max-age and Expires. Zero or more. */
    public Duration pause(Instant now) {
        return Stream.of(retryAfter(now), maxAge().orElse(Duration.ZERO), expires(now))
                .filter(pause -> !pause.isNegative())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private Duration retryAfter(Instant now) {
        return find("retry-after")
                .map(value ->
                        value.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(value)) : until(value, now))
                .orElse(Duration.ZERO);
    }

    private Optional<Duration> maxAge() {
        Matcher maxAge = MAX_AGE.matcher(find("cache-control").orElse(""));
        return maxAge.find() ? Optional.of(Duration.ofSeconds(Long.parseLong(maxAge.group(1)))) : Optional.empty();
    }

    /** RFC 9111: max-age prevails over Expires; and Expires is by the server's clock. */
    private Duration expires(Instant now) {
        if (maxAge().isPresent()) {
            return Duration.ZERO;
        }
        Instant serverNow =
                find("date").flatMap(date -> Dates.parse(RawDate.text(date))).orElse(now);
        return find("expires").map(value -> until(value, serverNow)).orElse(Duration.ZERO);
    }

    private static Duration until(String date, Instant now) {
        return Dates.parse(RawDate.text(date))
                .map(at -> Duration.between(now, at))
                .orElse(Duration.ZERO);
    }

    private Optional<String> find(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty() && value.length() <= MAX_VALUE)
                .findFirst();
    }
}
