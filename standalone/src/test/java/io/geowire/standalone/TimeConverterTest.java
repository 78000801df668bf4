package io.geowire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class TimeConverterTest {
    private final TimeConverter converter = new TimeConverter();

    @ParameterizedTest
    @CsvSource({
        "2026-02-06T10:00:00Z, 2026-02-06T10:00:00Z",
        "2026-02-06T10:00:00+02:00, 2026-02-06T08:00:00Z",
        "2026-02-06, 2026-02-06T00:00:00Z"
    })
    void timesAndDaysAreMoments(String text, Instant moment) {
        assertThat(converter.convert(text)).isEqualTo(moment);
    }

    @Test
    void durationsCountFromNow() {
        assertThat(converter.convert("PT24H"))
                .isCloseTo(Instant.now().minus(24, ChronoUnit.HOURS), within(10, ChronoUnit.MINUTES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-02-30", "2026-02-06T10:00", "P", "PT99999999999999999999H", "24h"})
    void allElseIsRefused(String text) {
        assertThatThrownBy(() -> converter.convert(text)).isInstanceOf(TypeConversionException.class);
    }
}
