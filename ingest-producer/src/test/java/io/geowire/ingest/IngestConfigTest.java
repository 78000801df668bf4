package io.geowire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.service.ConfigurationException;
import io.geowire.service.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestConfigTest {
    private static final String SERVERS = "geowire.kafka.bootstrap.servers";

    @Test
    void readsItsKeys() {
        IngestConfig config = IngestConfig.from(Settings.of(Map.of(
                SERVERS,
                "localhost:9092",
                "geowire.ingest.paths",
                " seeds/ , more.txt,",
                "geowire.ingest.item.max-bytes",
                "2048",
                "geowire.ingest.look-ahead.articles",
                "7",
                "geowire.ingest.look-ahead.characters",
                "8",
                "geowire.ingest.backfill.older-than",
                "P1D")));

        assertThat(config)
                .isEqualTo(new IngestConfig(
                        Map.of("bootstrap.servers", "localhost:9092"),
                        List.of("seeds/", "more.txt"),
                        2_048,
                        7,
                        8,
                        Optional.of(Duration.ofDays(1))));
    }

    @Test
    void everythingButTheBrokerHasADefault() {
        assertThat(IngestConfig.from(Settings.of(Map.of(SERVERS, "x:1"))))
                .isEqualTo(IngestConfig.of(Map.of("bootstrap.servers", "x:1")));
    }

    @Test
    void brokerIsNeeded() {
        assertThatThrownBy(() -> IngestConfig.from(Settings.of(Map.of())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("geowire.kafka.bootstrap.servers: missing; it takes host:port,…");
    }

    @ParameterizedTest
    @CsvSource({
        "item.max-bytes,1023,'1,024 to 268,435,456'",
        "item.max-bytes,many,'1,024 to 268,435,456'",
        "look-ahead.articles,-1,'0 to 10,000,000'",
        "look-ahead.characters,2000000000,'0 to 1,000,000,000'",
    })
    void valueOutOfRangeIsRefusedWithKeyValueAndRange(String key, String value, String range) {
        String name = "geowire.ingest." + key;

        assertThatThrownBy(() -> IngestConfig.from(Settings.of(Map.of(SERVERS, "x:1", name, value))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("%s: '%s' is not a whole number from %s".formatted(name, value, range.replace(",", "")));
    }

    @Test
    void backfillMayNeverBegin() {
        assertThat(IngestConfig.from(
                        Settings.of(Map.of(SERVERS, "x:1", "geowire.ingest.backfill.older-than", "never"))))
                .isEqualTo(IngestConfig.of(Map.of("bootstrap.servers", "x:1")).withoutBackfill());
        assertThatThrownBy(() -> IngestConfig.from(
                        Settings.of(Map.of(SERVERS, "x:1", "geowire.ingest.backfill.older-than", "3 days"))))
                .hasMessageStartingWith("geowire.ingest.backfill.older-than: '3 days' is not an ISO-8601 duration");
    }

    @Test
    void misspeltKeyIsRefused() {
        Map<String, String> settings = new HashMap<>(Map.of(SERVERS, "x:1", "geowire.ingest.path", "seeds"));

        assertThatThrownBy(() -> IngestConfig.from(Settings.of(settings)))
                .hasMessageStartingWith(
                        "geowire.ingest.path: unknown key; known are geowire.ingest.backfill.older-than");
    }
}
