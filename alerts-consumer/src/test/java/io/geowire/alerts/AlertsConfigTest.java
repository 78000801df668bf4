package io.geowire.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.alerts.topology.Limits;
import io.geowire.service.ConfigurationException;
import io.geowire.service.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertsConfigTest {
    @Test
    void hasDefaults() {
        assertThat(AlertsConfig.from(Settings.of(Map.of())))
                .isEqualTo(new AlertsConfig(Map.of(), null, Path.of("data/alerts"), 1, Limits.DEFAULT, 100));
    }

    @Test
    void readsEveryKey() {
        AlertsConfig config = AlertsConfig.from(Settings.of(Map.of(
                "geowire.kafka.bootstrap.servers", "broker:9092",
                "geowire.alerts.watches", "watches.yaml",
                "geowire.alerts.state-dir", "/tmp/state",
                "geowire.alerts.threads", "4",
                "geowire.alerts.store.retention", "P2D",
                "geowire.alerts.store.slack", "10",
                "geowire.alerts.store.max", "20",
                "geowire.alerts.meters.watches", "7")));

        assertThat(config)
                .isEqualTo(new AlertsConfig(
                        Map.of("bootstrap.servers", "broker:9092"),
                        Path.of("watches.yaml"),
                        Path.of("/tmp/state"),
                        4,
                        new Limits(Duration.ofDays(2), 10, 20),
                        7));
        assertThat(config.watchFile()).contains(Path.of("watches.yaml"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            geowire.alerts.threads         | 0     | geowire.alerts.threads: '0' is not a whole number from 1 to 64
            geowire.alerts.threads         | two   | geowire.alerts.threads: 'two' is not a whole number from 1 to 64
            geowire.alerts.store.retention | 7d    | geowire.alerts.store.retention: '7d' is not an ISO-8601 duration above zero, such as PT72H
            geowire.alerts.store.slack     | -1    | geowire.alerts.store.slack: '-1' is not a whole number from 0 to 2147483647
            geowire.alerts.meters.watches  | 2000  | geowire.alerts.meters.watches: '2000' is not a whole number from 0 to 1000
            geowire.alerts.store.max       | 100   | geowire.alerts.store.max: '100' is not at least geowire.alerts.store.slack, which is 20000
            """)
    void valueThatIsNotAllowedIsNamed(String key, String value, String message) {
        assertThatThrownBy(() -> AlertsConfig.from(Settings.of(Map.of(key, value))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }

    @Test
    void unknownKeyIsRefused() {
        assertThatThrownBy(() -> AlertsConfig.from(Settings.of(Map.of("geowire.alerts.watch", "w.yaml"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("geowire.alerts.watch: unknown key; known are geowire.alerts.meters.watches");
    }

    @Test
    void threadsAreCheckedHoweverTheConfigurationIsMade() {
        assertThatThrownBy(() -> new AlertsConfig(Map.of(), null, Path.of("s"), 65, Limits.DEFAULT, 100))
                .isInstanceOf(ConfigurationException.class);
    }
}
