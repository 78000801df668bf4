package io.geowire.alerts;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.alerts.dispatch.DeliveryLimits;
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
                .isEqualTo(new AlertsConfig(
                        Map.of(), null, null, Path.of("data/alerts"), 1, Limits.DEFAULT, 100, DeliveryConfig.NONE));
    }

    @Test
    void readsEveryKey() {
        AlertsConfig config = AlertsConfig.from(Settings.of(Map.ofEntries(
                entry("geowire.kafka.bootstrap.servers", "broker:9092"),
                entry("geowire.alerts.watches", "watches.yaml"),
                entry("geowire.alerts.topics", "topics.txt"),
                entry("geowire.alerts.state-dir", "/tmp/state"),
                entry("geowire.alerts.threads", "4"),
                entry("geowire.alerts.store.retention", "P2D"),
                entry("geowire.alerts.store.slack", "10"),
                entry("geowire.alerts.store.max", "20"),
                entry("geowire.alerts.meters.watches", "7"),
                entry("geowire.alerts.receivers", "receivers.yaml"),
                entry("geowire.alerts.delivery.first-delay", "PT2S"),
                entry("geowire.alerts.delivery.longest-delay", "PT3S"),
                entry("geowire.alerts.delivery.breaker.failures", "7"),
                entry("geowire.alerts.delivery.breaker.delay", "PT4S"),
                entry("geowire.alerts.delivery.start-age", "PT1H"))));

        assertThat(config)
                .isEqualTo(new AlertsConfig(
                        Map.of("bootstrap.servers", "broker:9092"),
                        Path.of("watches.yaml"),
                        Path.of("topics.txt"),
                        Path.of("/tmp/state"),
                        4,
                        new Limits(Duration.ofDays(2), 10, 20),
                        7,
                        new DeliveryConfig(
                                Path.of("receivers.yaml"),
                                new DeliveryLimits(
                                        Duration.ofSeconds(2),
                                        Duration.ofSeconds(3),
                                        7,
                                        Duration.ofSeconds(4),
                                        Duration.ofHours(1)))));
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
            geowire.alerts.delivery.first-delay      | PT0S      | geowire.alerts.delivery.first-delay: 'PT0S' is not an ISO-8601 duration above zero, such as PT72H
            geowire.alerts.delivery.first-delay      | PT0.001S  | geowire.alerts.delivery.first-delay: 'PT0.001S' is not from PT0.01S to P90D
            geowire.alerts.delivery.longest-delay    | PT1S      | geowire.alerts.delivery.longest-delay: 'PT1S' is not above geowire.alerts.delivery.first-delay, which is PT1S
            geowire.alerts.delivery.breaker.failures | 0         | geowire.alerts.delivery.breaker.failures: '0' is not a whole number from 1 to 1000
            geowire.alerts.delivery.breaker.delay    | P1000000D | geowire.alerts.delivery.breaker.delay: 'PT24000000H' is not from PT0.01S to P90D
            geowire.alerts.delivery.start-age        | 24h       | geowire.alerts.delivery.start-age: '24h' is not an ISO-8601 duration above zero, such as PT72H
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
                .hasMessageStartingWith(
                        "geowire.alerts.watch: unknown key; known are geowire.alerts.delivery.breaker.delay");
    }

    @Test
    void threadsAreCheckedHoweverTheConfigurationIsMade() {
        assertThatThrownBy(() -> new AlertsConfig(
                        Map.of(), null, null, Path.of("s"), 65, Limits.DEFAULT, 100, DeliveryConfig.NONE))
                .isInstanceOf(ConfigurationException.class);
    }
}
