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
                "Fri, 06 Feb 2026 10:00:00 Z|2026-02-06T10:00:00Z",
                "Fri, 06 Feb 2026 10:00:00 UT|2026-02-06T10:00:00Z",
                "Fri, 06 Feb 2026 10:00:00 CEST|2026-02-06T08:00:00Z",
                "Fri, 06 Feb 2026 10:00:00 MSK|2026-02-06T07:00:00Z",
                "Fri, 06 Feb 2026 10:00:00 K|2026-02-06T10:00:00Z",
                "Fri, 06 Feb 2026 10:00:00 XYZT|2026-02-06T10:00:00Z",
                "Fri, 06 Feb 2026 10:00:00 GMT+0100|2026-02-06T09:00:00Z",
                "Fri, 06 Feb 2026 10:00:00 +1:00|2026-02-06T09:00:00Z",
                "Fri, 06 Feb 2026 10:00:00 -0330 (NST)|2026-02-06T13:30:00Z",
                "Fri, 06 Feb 2026 10:00:00 +0000 (Coordinated Universal Time)|2026-02-06T10:00:00Z",
                "Fri 06 Feb 2026 10:00:00|2026-02-06T10:00:00Z",
                "Fri,06 Feb 26 9:05:00 GMT|2026-02-06T09:05:00Z",
                "Friday, 06-Feb-26 10:00:00 GMT|2026-02-06T10:00:00Z",
                "06 Feb 99 10:00 GMT|1999-02-06T10:00:00Z",
                "Fri, 6 February 2026 10:00:00 pst|2026-02-06T18:00:00Z",
                "Fri, 6 Sept 2026 24:00:00 GMT|2026-09-07T00:00:00Z",
                "6 Feb 2026 12:30 AM EST|2026-02-06T05:30:00Z",
                "6 Feb 2026 1:30 pm|2026-02-06T13:30:00Z",
                "6 Feb 2026|2026-02-06T00:00:00Z",
                "Feb 6, 2026 10:00:00 GMT|2026-02-06T10:00:00Z",
                "February 6th, 2026|2026-02-06T00:00:00Z",
                "Fri Feb 06 10:00:00 +0000 2026|2026-02-06T10:00:00Z",
                "Fri Feb 6 10:00:00 EST 2026|2026-02-06T15:00:00Z",
                "2026-02-06 10:00:00 CET|2026-02-06T09:00:00Z",
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
                "30 Feb 2026 10:00:00 GMT",
                "6 Foo 2026 10:00:00 GMT",
                "Fri, 06 Feb 2026 25:00:00 GMT",
                "Fri, 06 Feb 2026 10:00:00 +2500",
                "Fri, 06 Feb 2026 10:00:00 GMT and more",
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
