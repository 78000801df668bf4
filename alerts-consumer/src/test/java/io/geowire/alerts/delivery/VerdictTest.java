package io.geowire.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.alerts.delivery.Verdict.Delivered;
import io.geowire.alerts.delivery.Verdict.Gone;
import io.geowire.alerts.delivery.Verdict.Refused;
import io.geowire.alerts.delivery.Verdict.Retry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {
    private static final long NOW = Instant.parse("2026-02-06T10:00:00Z").toEpochMilli();

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void successIsDelivery(int status) {
        assertThat(Verdict.of(status, null, NOW)).isEqualTo(new Delivered());
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 501, 502, 503, 504, 599})
    void whatMayPassIsTriedAgain(int status) {
        assertThat(Verdict.of(status, null, NOW))
                .isInstanceOfSatisfying(
                        Retry.class, retry -> assertThat(retry.askedPause()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 304, 307, 308, 400, 401, 403, 404, 413, 422, 451, 499})
    void whatWouldBeTheSameNextTimeIsRefused(int status) {
        assertThat(Verdict.of(status, "10", NOW))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).contains(" " + status));
    }

    @ParameterizedTest
    @CsvSource({"500, true", "502, true", "504, true", "503, false", "429, false", "408, false"})
    void onlyAReceiverThatBreaksMakesTheAlertSuspect(int status, boolean suspect) {
        assertThat(Verdict.of(status, null, NOW))
                .isEqualTo(new Retry("the receiver answered " + status, null, suspect));
    }

    @Test
    void goneIsGone() {
        assertThat(Verdict.of(410, null, NOW)).isInstanceOf(Gone.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1                             | PT1S
            ' 120 '                       | PT2M
            86400                         | PT24H
            86401                         | PT24H
            99999999999999999999999999    | PT24H
            Fri, 06 Feb 2026 10:05:00 GMT | PT5M
            Fri, 6 Feb 2026 10:00:01 GMT  | PT1S
            Fri, 06 Feb 2099 10:05:00 GMT | PT24H
            """)
    void waitThatIsAskedForIsKept(String header, Duration wait) {
        assertThat(Verdict.of(503, header, NOW)).isEqualTo(new Retry("the receiver answered 503", wait, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "",
                "-5",
                "1.5",
                "soon",
                "1e9",
                "٣",
                "Fri, 06 Feb 2026 09:59:59 GMT",
                "Mon, 06 Feb 2026 10:05:00 GMT",
                "Fri, 31 Feb 2026 10:05:00 GMT",
                "2026-02-06T11:00:00Z",
                "Fri, 06 Feb +999999999 10:05:00 GMT"
            })
    void nonsenseAsksForNothing(String header) {
        assertThat(Verdict.of(429, header, NOW)).isEqualTo(new Retry("the receiver answered 429", null, false));
    }
}
