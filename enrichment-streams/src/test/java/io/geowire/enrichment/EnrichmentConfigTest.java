package io.geowire.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.enrichment.topology.Limits;
import io.geowire.service.ConfigurationException;
import io.geowire.service.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnrichmentConfigTest {
    @Test
    void everythingHasADefault() {
        EnrichmentConfig config = EnrichmentConfig.from(Settings.of(Map.of()));

        assertThat(config.threads()).isEqualTo(2);
        assertThat(config.stateDir()).isEqualTo(Path.of("data", "enrichment"));
        assertThat(config.limits())
                .isEqualTo(new Limits(Duration.ofDays(7), 100, 20_000, 500_000, 2_000_000, Duration.ofSeconds(30)));
    }

    @Test
    void settingsAreTakenAndClientKeysPassThrough() {
        EnrichmentConfig config = EnrichmentConfig.from(Settings.of(Map.of(
                "geowire.enrichment.state-dir", "/var/lib/geowire",
                "geowire.enrichment.threads", "4",
                "geowire.enrichment.ring.size", "50",
                "geowire.enrichment.answers.timeout", "PT5S",
                "geowire.kafka.bootstrap.servers", "kafka:9092")));

        assertThat(config.stateDir()).isEqualTo(Path.of("/var/lib/geowire"));
        assertThat(config.threads()).isEqualTo(4);
        assertThat(config.limits().ringSize()).isEqualTo(50);
        assertThat(config.limits().answerTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.clients()).containsEntry("bootstrap.servers", "kafka:9092");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "threads            | 0      | '0' is not a whole number from 1 to 64",
                "threads            | many   | 'many' is not a whole number from 1 to 64",
                "rocksdb.memory-mib | 1      | '1' is not a whole number from 16 to 65536",
                "articles.max       | 10     | '10' is not a whole number from 1000 to 100000000",
                "articles.retention | P1D    | 'PT24H' is not PT72H or more: so long related headlines come",
                "articles.retention | week   | 'week' is not an ISO-8601 duration above zero, such as PT72H",
                "answers.timeout    | PT0.5S | 'PT0.5S' is not PT1S or more",
                "ring.size          | 1      | '1' is not a whole number from 2 to 1000",
                "ring.max           | 999    | '999' is not a whole number from 1000 to 1000000000",
                "slack              | -1     | '-1' is not a whole number from 0 to 10000000",
                "meters.sources     | 1001   | '1001' is not a whole number from 0 to 1000",
            })
    void aBadValueIsRefusedByKeyAndValue(String key, String value, String message) {
        assertThatThrownBy(() -> EnrichmentConfig.from(Settings.of(Map.of("geowire.enrichment." + key, value))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("geowire.enrichment." + key + ": " + message);
    }

    @Test
    void anUnknownKeyIsRefused() {
        assertThatThrownBy(() -> EnrichmentConfig.from(Settings.of(Map.of("geowire.enrichment.thread", "2"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("geowire.enrichment.thread: unknown key; known are");
    }

    @Test
    void theRecordItselfRefusesWhatSettingsWould() {
        Limits limits = new Limits(Duration.ofDays(7), 100, 0, 1_000, 1_000, Duration.ofSeconds(30));

        assertThatThrownBy(() -> new EnrichmentConfig(Map.of(), Path.of("x"), null, 0, 96, limits, 50))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("geowire.enrichment.threads: '0' is not a whole number from 1 to 64");
    }
}
