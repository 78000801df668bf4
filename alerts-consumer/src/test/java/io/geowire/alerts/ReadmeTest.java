package io.geowire.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.alerts.dispatch.DeliveryLimits;
import io.geowire.alerts.topology.Limits;
import io.geowire.alerts.watch.KnownTopics;
import io.geowire.alerts.watch.NewsItem;
import io.geowire.alerts.watch.Severity;
import io.geowire.alerts.watch.Watch;
import io.geowire.alerts.watch.WatchFile;
import io.geowire.alerts.watch.WatchMatcher;
import io.geowire.service.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The module's page says what the code does. */
class ReadmeTest {
    private final List<String> lines = readme();

    @Test
    void examplesOfQueriesMatchAsTheySay() {
        List<List<String>> rows = table("| query | matches | does not match |");
        assertThat(rows).hasSizeGreaterThan(10);
        for (List<String> row : rows) {
            Watch watch = watch(row.get(0), List.of());
            assertThat(matches(watch, row.get(1)))
                    .as("%s in: %s", row.get(0), row.get(1))
                    .isTrue();
            assertThat(matches(watch, row.get(2)))
                    .as("%s in: %s", row.get(0), row.get(2))
                    .isFalse();
        }
    }

    @Test
    void examplesOfExactCaseMatchAsTheySay() {
        List<List<String>> rows = table("| phrase | matches | does not match |");
        assertThat(rows).isNotEmpty();
        for (List<String> row : rows) {
            Watch watch = watch(null, List.of(row.get(0)));
            assertThat(matches(watch, row.get(1)))
                    .as("%s in: %s", row.get(0), row.get(1))
                    .isTrue();
            assertThat(matches(watch, row.get(2)))
                    .as("%s in: %s", row.get(0), row.get(2))
                    .isFalse();
        }
    }

    @Test
    void exampleOfAFileHasNoFault() {
        String yaml = lines.stream()
                .dropWhile(line -> !line.equals("```yaml"))
                .skip(1)
                .takeWhile(line -> !line.equals("```"))
                .collect(Collectors.joining("\n"));

        WatchFile file = WatchFile.parse("README.md", yaml.getBytes(StandardCharsets.UTF_8), KnownTopics.SHIPPED);

        assertThat(file.faults()).isEmpty();
        assertThat(file.watches()).extracting(Watch::id).containsExactly("new-start", "greenland-security");
    }

    @Test
    void tableOfFieldsNamesAllThereAre() {
        String unknown = WatchFile.parse(
                        "w.yaml",
                        "watches:\n  - {id: a, query: b, colour: c}".getBytes(StandardCharsets.UTF_8),
                        KnownTopics.SHIPPED)
                .faults()
                .get(0)
                .reason();

        assertThat(unknown)
                .endsWith("allowed: "
                        + table("| field | holds | default |").stream()
                                .map(row -> row.get(0))
                                .collect(Collectors.joining(", ")));
    }

    @Test
    void tableOfTopicsNamesThoseThatAreKnown() {
        String topics = table("| field | holds | default |").stream()
                .filter(row -> row.get(0).equals("topics"))
                .map(row -> row.get(1).replaceFirst(".* of ", "").replace(' ', ','))
                .findFirst()
                .orElseThrow();
        String yaml = "watches:\n  - {id: a, topics: [" + topics + "]}";

        WatchFile file =
                WatchFile.parse("w.yaml", yaml.replace("`", "").getBytes(StandardCharsets.UTF_8), KnownTopics.SHIPPED);

        assertThat(file.faults()).isEmpty();
        assertThat(file.watches().get(0).topics()).hasSize(18);
    }

    @Test
    void tableOfSettingsNamesKeysAndDefaults() {
        AlertsConfig defaults = AlertsConfig.from(Settings.of(Map.of()));

        assertThat(table("| key | meaning | default |"))
                .extracting(row -> row.get(0) + " " + row.get(2))
                .containsExactly(
                        AlertsConfig.WATCHES + " ",
                        AlertsConfig.TOPICS + " ",
                        AlertsConfig.STATE_DIR + " " + defaults.stateDir(),
                        AlertsConfig.THREADS + " " + defaults.threads(),
                        AlertsConfig.RETENTION + " P"
                                + Limits.DEFAULT.retention().toDays() + "D",
                        AlertsConfig.SLACK + " " + Limits.DEFAULT.slack(),
                        AlertsConfig.MAX + " " + Limits.DEFAULT.max(),
                        AlertsConfig.METERED_WATCHES + " " + defaults.meteredWatches(),
                        DeliveryConfig.RECEIVERS + " ",
                        DeliveryConfig.FIRST_DELAY + " " + DeliveryLimits.DEFAULT.firstDelay(),
                        DeliveryConfig.LONGEST_DELAY + " " + DeliveryLimits.DEFAULT.longestDelay(),
                        DeliveryConfig.BREAKER_FAILURES + " " + DeliveryLimits.DEFAULT.breakerFailures(),
                        DeliveryConfig.BREAKER_DELAY + " " + DeliveryLimits.DEFAULT.breakerDelay(),
                        DeliveryConfig.START_AGE + " " + DeliveryLimits.DEFAULT.startAge());
    }

    /** The rows below a heading, without code marks. */
    private List<List<String>> table(String heading) {
        return lines.stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1, line.length() - 1).split("\\|"))
                        .map(cell -> cell.strip().replaceAll("^`([^`]*)`$", "$1"))
                        .toList())
                .toList();
    }

    private static boolean matches(Watch watch, String title) {
        try (WatchMatcher matcher = new WatchMatcher()) {
            assertThat(matcher.replaceAll(List.of(watch))).isEmpty();
            return !matcher.match(NewsItem.of(title, null)).isEmpty();
        }
    }

    private static Watch watch(String query, List<String> phrases) {
        return new Watch("w", "w", Severity.LOW, query, phrases, List.of(), List.of(), 1, List.of());
    }

    private static List<String> readme() {
        try {
            return Files.readAllLines(Path.of("README.md"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
