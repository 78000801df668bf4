package io.geowire.ingest.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.ingest.item.RawDate;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-02-06T10:00:00Z|2026-02-06T10:00:00Z",
                "2026-02-06t10:00:00z|2026-02-06T10:00:00Z",
                "2026-02-06T10:00Z|2026-02-06T10:00:00Z",
                "2026-02-06T10:00:00.123456Z|2026-02-06T10:00:00.123456Z",
                "2026-02-06T10:00:00+03:00|2026-02-06T07:00:00Z",
                "2026-02-06T10:00:00+0300|2026-02-06T07:00:00Z",
                "2026-02-06T10:00:00+03|2026-02-06T07:00:00Z",
                "2026-02-06T10:00:00 -05:30|2026-02-06T15:30:00Z",
                "2026-02-06T10:00:00|2026-02-06T10:00:00Z",
                "2026-02-06 10:00:00|2026-02-06T10:00:00Z",
                "2026-02-06 10:00:00 UTC|2026-02-06T10:00:00Z",
                "2026-02-06|2026-02-06T00:00:00Z",
                "Fri, 06 Feb 2026 10:00:00 GMT|2026-02-06T10:00:00Z",
                "Fri, 6 Feb 2026 10:00 +0100|2026-02-06T09:00:00Z",
                "Mon, 06 Feb 2026 10:00:00 GMT|2026-02-06T10:00:00Z",
                "6 Feb 2026 10:00:00 EST|2026-02-06T15:00:00Z",
                "' 2026-02-06 '|2026-02-06T00:00:00Z",
            })
    void readsTheFormsOfDatesInNews(String text, Instant instant) {
        assertThat(Dates.parse(RawDate.text(text))).contains(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "1770372000,2026-02-06T10:00:00Z",
        "1770372000.5,2026-02-06T10:00:00.500Z",
        "1770372000123,2026-02-06T10:00:00.123Z",
        "1.770372e9,2026-02-06T10:00:00Z",
        "0,1970-01-01T00:00:00Z",
        "-1,1969-12-31T23:59:59Z",
    })
    void numbersAreSecondsOrMilliseconds(String number, Instant instant) {
        assertThat(Dates.parse(RawDate.number(number))).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026",
                "2026-13-01",
                "2026-02-30",
                "2026-02-06T25:00:00Z",
                "06/02/2026",
                "2026-02-06T10:00:00+25:00",
                "2026-02-06T10:00:00Z and more"
            })
    void othersAreNoDates(String text) {
        assertThat(Dates.parse(RawDate.text(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "NaN", "1e18"})
    void numbersBeyondAnyDateAreNoDates(String number) {
        assertThat(Dates.parse(RawDate.number(number))).isEmpty();
    }
}
