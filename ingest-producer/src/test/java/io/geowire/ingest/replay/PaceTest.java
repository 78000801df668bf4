package io.geowire.ingest.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.service.ConfigurationException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
    private static final Instant FIRST = Instant.parse("2026-02-06T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"100/s,10", "100,10", "6000/m,10", "0.5/s,2000", "1800/h,2000"})
    void rateIsEvenWhateverTheEventTimes(String text, long millisApart) {
        Pace pace = Pace.Rate.parse("--rate", text);

        assertThat(pace.due(0, FIRST, FIRST)).isZero();
        assertThat(pace.due(7, FIRST, FIRST.plusSeconds(1_000_000))).isEqualTo(Duration.ofMillis(7 * millisApart));
    }

    @ParameterizedTest
    @CsvSource({"10x,360000", "10,360000", "0.5x,7200000", "3600x,1000"})
    void speedKeepsTheGapsOfTheEventTimes(String text, long millis) {
        assertThat(Pace.Speed.parse("--speed", text).due(7, FIRST, FIRST.plusSeconds(3_600)))
                .isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void articleOutOfOrderIsDueAtOnce() {
        assertThat(new Pace.Speed(10).due(7, FIRST, FIRST.minusSeconds(5))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0/s", "-1/s", "100/d", "fast", "100 /s", "1e3", "NaN"})
    void rateThatIsNoneIsRefusedWithTheOptionAndTheValue(String text) {
        assertThatThrownBy(() -> Pace.Rate.parse("--rate", text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("--rate: '" + text + "' is not a number of articles above zero");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0x", "-10x", "10y", "x", "Infinity"})
    void speedThatIsNoneIsRefusedWithTheOptionAndTheValue(String text) {
        assertThatThrownBy(() -> Pace.Speed.parse("--speed", text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("--speed: '" + text + "' is not a factor above zero, such as 10x");
    }
}
