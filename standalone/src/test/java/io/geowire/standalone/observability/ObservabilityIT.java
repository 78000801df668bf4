package io.geowire.standalone.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.geowire.standalone.observability.Dashboards.Dashboard;
import io.geowire.standalone.observability.Dashboards.Panel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Meters, dashboards and rules against the pipeline at work: the sample news, scraped by a real Prometheus. */
class ObservabilityIT {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.*), *(\\w+)\\)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `((?:geowire|kafka)\\.[a-z.]+)` \\|");

    private static RunningPipeline pipeline;
    private static @Nullable Prometheus prometheus;

    /** The news comes after the first scrape: what a counter holds at its first scrape is no increase. */
    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        pipeline = new RunningPipeline(folder);
        if (Prometheus.isInstalled()) {
            prometheus = Prometheus.scraping(pipeline.http(), folder);
        }
        pipeline.ingestSeeds();
        await().atMost(PATIENCE).until(() -> alerts("").size() >= 5);
    }

    @AfterAll
    static void stop() {
        if (prometheus != null) {
            prometheus.close();
        }
        pipeline.close();
    }

    @TestFactory
    List<DynamicTest> everyQueryOfEveryPanelReturnsData() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Panel panel : Dashboards.panels()) {
            for (JsonNode target : panel.json().path("targets")) {
                if (target.has("expr")) {
                    String expression = target.path("expr").asText();
                    tests.add(dynamicTest(panel.name(), () -> assertReturnsData(expression)));
                }
            }
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> everyVariableHasValues() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Dashboard dashboard : Dashboards.all()) {
            for (JsonNode variable : dashboard.json().path("templating").path("list")) {
                Matcher query = LABEL_VALUES.matcher(
                        variable.path("query").path("query").asText());
                if (query.matches()) {
                    tests.add(dynamicTest(
                            dashboard.file() + ": $" + variable.path("name").asText(),
                            () -> assertReturnsData("count by (%s) (%s)".formatted(query.group(2), query.group(1)))));
                }
            }
        }
        return tests;
    }

    @Test
    void everyRuleCanBeEvaluatedAndNoneFires() throws Exception {
        assumeTrue(prometheus != null, Prometheus.MISSING);
        for (JsonNode group : prometheus.get("/api/v1/rules").path("groups")) {
            for (JsonNode rule : group.path("rules")) {
                String name = rule.path("name").asText();
                await(name).atMost(PATIENCE).until(() -> !health(name).equals("unknown"));
                assertThat(health(name)).as(name).isEqualTo("ok");
            }
        }
        // There is one process here, and it calls itself enrichment-streams.
        assertThat(prometheus.query("ALERTS{alertstate=\"firing\", alertname!=\"GeowireServiceGone\"}"))
                .isEmpty();
    }

    @Test
    void tableOfAlertsFindsItsColumnsInTheAnswer() throws Exception {
        for (Panel panel : Dashboards.panels()) {
            for (JsonNode target : panel.json().path("targets")) {
                if (target.has("url")) {
                    JsonNode rows = new ObjectMapper()
                            .readTree(
                                    pipeline.get(substituted(target.path("url").asText())))
                            .path(target.path("root_selector").asText());
                    assertThat(rows).isNotEmpty();
                    for (JsonNode column : target.path("columns")) {
                        assertThat(rows.get(0).has(column.path("selector").asText()))
                                .as(column.toString())
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void alertsAreServedNewestFirstAndFiltered() throws Exception {
        List<String> times = alerts("").findValuesAsText("updatedAt");

        assertThat(times).hasSizeGreaterThan(4).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(alerts("?watch=new-start").findValuesAsText("matches")).hasSize(1);
        assertThat(alerts("?severity=critical").findValuesAsText("watchId")).containsExactly("iran-nuclear-talks");
        assertThat(alerts("?limit=2")).hasSize(2);
    }

    @Test
    void latencyOfEveryAlertIsMeasured() throws Exception {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(pipeline.get("/metrics"))
                        .containsPattern("geowire_pipeline_latency_seconds_count\\{.*stage=\"alerted\".*} [1-9]")
                        .containsPattern("geowire_pipeline_latency_seconds_count\\{.*stage=\"enriched\".*} [1-9]"));
    }

    @Test
    void tableOfMetersNamesThoseThatThereAre() throws IOException {
        String page = Files.readString(RunningPipeline.HOME.resolve("observability/README.md"));
        Set<String> told = ROW.matcher(page)
                .results()
                .map((MatchResult row) -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        // The binder of Kafka's meters looks for new ones once a minute.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(pipeline.meters()).isEqualTo(told));
    }

    @Test
    void aProcessHasFewTimeSeries() throws Exception {
        assertThat(pipeline.get("/metrics").lines().filter(line -> !line.startsWith("#")))
                .hasSizeLessThan(800);
    }

    private static void assertReturnsData(String expression) throws Exception {
        assumeTrue(prometheus != null, Prometheus.MISSING);
        String query = substituted(expression);
        await(query)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(prometheus.query(query))
                        .anyMatch(
                                sample -> !sample.path("value").path(1).asText().equals("NaN")));
    }

    /** What Grafana puts in place of its variables. */
    private static String substituted(String text) {
        return text.replace("$__rate_interval", "10m")
                .replace("$__range", "10m")
                .replace("${severity:csv}", "low,medium,high,critical")
                .replaceAll("\\$(instance|topic|watch|severity|receiver)", ".*");
    }

    private static String health(String rule) throws IOException, InterruptedException {
        for (JsonNode group : prometheus.get("/api/v1/rules").path("groups")) {
            for (JsonNode each : group.path("rules")) {
                if (each.path("name").asText().equals(rule)) {
                    return each.path("health").asText();
                }
            }
        }
        return "gone";
    }

    private static JsonNode alerts(String query) throws IOException, InterruptedException {
        return new ObjectMapper().readTree(pipeline.get("/v1/alerts" + query)).path("alerts");
    }
}
