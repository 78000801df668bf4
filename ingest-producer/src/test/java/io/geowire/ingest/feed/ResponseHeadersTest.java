package io.geowire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseHeadersTest {
    private static final Instant NOW = Instant.parse("2026-02-06T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "retry-after|120|PT2M",
                "retry-after|Fri, 06 Feb 2026 12:10:00 GMT|PT10M",
                "retry-after|Fri, 06 Feb 2026 11:10:00 GMT|PT0S",
                "retry-after|soon|PT0S",
                "retry-after|-5|PT0S",
                "retry-after|99999999999999|PT0S",
                "cache-control|public, max-age=600|PT10M",
                "cache-control|max-age=\"600\"|PT10M",
                "cache-control|s-maxage=600|PT0S",
                "expires|Fri, 06 Feb 2026 13:00:00 GMT|PT1H",
                "expires|0|PT0S",
            })
    void pauseIsReadFromHeaders(String name, String value, Duration pause) {
        assertThat(new ResponseHeaders(Map.of(name, List.of(value))).pause(NOW)).isEqualTo(pause);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"600|Fri, 06 Feb 2026 13:00:00 GMT|PT10M", "0|Fri, 06 Feb 2026 13:00:00 GMT|PT0S"})
    void maxAgePrevailsOverExpires(int maxAge, String expires, Duration pause) {
        ResponseHeaders headers =
                new ResponseHeaders(Map.of("cache-control", List.of("max-age=" + maxAge), "expires", List.of(expires)));

        assertThat(headers.pause(NOW)).isEqualTo(pause);
    }

    @Test
    void expiresIsByTheClockOfTheServer() {
        ResponseHeaders headers = new ResponseHeaders(Map.of(
                "date", List.of("Fri, 06 Feb 2026 10:00:00 GMT"), "expires", List.of("Fri, 06 Feb 2026 10:05:00 GMT")));

        assertThat(headers.pause(NOW)).isEqualTo(Duration.ofMinutes(5));
    }
}
