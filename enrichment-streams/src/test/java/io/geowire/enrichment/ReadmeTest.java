package io.geowire.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.enrichment.EnrichmentConfig.Whole;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The module's page says what the code does. */
class ReadmeTest {
    private static String page;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Path.of("README.md"));
    }

    @Test
    void numbersStandWithDefaultAndRange() {
        assertThat(Stream.of(
                                EnrichmentConfig.THREADS,
                                EnrichmentConfig.ROCKSDB_MEMORY,
                                EnrichmentConfig.MAX_ARTICLES,
                                EnrichmentConfig.RING_SIZE,
                                EnrichmentConfig.MAX_RING_ENTRIES,
                                EnrichmentConfig.SLACK,
                                EnrichmentConfig.METERED_SOURCES)
                        .map(ReadmeTest::row))
                .allSatisfy(row -> assertThat(page).contains(row));
    }

    @Test
    void durationsStandWithTheirDefault() {
        assertThat(page)
                .contains("| `articles.retention` | `" + EnrichmentConfig.DEFAULT_ARTICLE_RETENTION + "` |")
                .contains("| `answers.timeout` | `" + EnrichmentConfig.DEFAULT_ANSWER_TIMEOUT + "` |")
                .contains("| `state-dir` | `data/enrichment` |");
    }

    @Test
    void everyMeterIsTold() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new MicrometerEnrichmentMetrics(registry, 1).articleAnalysed("Example Wire", List.of("trade"));

        assertThat(registry.getMeters())
                .isNotEmpty()
                .allSatisfy(
                        meter -> assertThat(page).contains("`" + meter.getId().getName() + "`"));
    }

    private static String row(Whole setting) {
        return "| `%s` | %d | %d to %d |"
                .formatted(
                        setting.key().substring(EnrichmentConfig.PREFIX.length()),
                        setting.otherwise(),
                        setting.min(),
                        setting.max());
    }
}
