package io.geowire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.geowire.standalone.GeowireProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job as a stranger runs it: the sample news in, enriched news and alerts out. */
class EndToEndIT {
    @TempDir
    static Path folder;

    private static Result seeds;

    @BeforeAll
    static void runTheSeeds() throws Exception {
        seeds = GeowireProcess.run(folder, "run", "--json");
    }

    @Test
    void endsWellAndPrintsNothingButJsonLines() {
        assertThat(seeds.err()).doesNotContain("Exception").doesNotContain("left out");
        assertThat(seeds.status()).isZero();
        assertThat(seeds.json())
                .hasSizeGreaterThan(30)
                .allSatisfy(line -> assertThat(line.path("type").asText()).isIn("enriched", "alert"));
    }

    @Test
    void theArticleOnLavrovRaisesNewStartAndFrozenAssetsOnceEach() {
        for (String watch : List.of("new-start", "frozen-assets")) {
            List<JsonNode> alerts = alerts(seeds, watch);
            assertThat(alerts).as(watch).hasSize(1);
            assertThat(alerts.get(0).path("inputId").asText()).isEqualTo("lavrov-rubio");
        }
        assertThat(texts(alerts(seeds, "new-start").get(0).path("matches"))).containsOnly("New START");
    }

    @Test
    void everySampleWatchAlertsOnceAndOnceOnly() {
        assertThat(seeds.json("alert"))
                .extracting(alert -> alert.path("watchId").asText())
                .containsExactlyInAnyOrder(
                        "new-start", "frozen-assets", "taiwan-arms", "iran-nuclear-talks", "greenland-security");
    }

    @Test
    void aNewStartForTheClubRaisesNothing() {
        List<String> titles = seeds.json("enriched").stream()
                .map(line -> line.path("title").asText())
                .toList();
        assertThat(titles).anyMatch(title -> title.contains("new start for the club"));
        JsonNode alert = alerts(seeds, "new-start").get(0);
        assertThat(alert.path("articleCount").asInt()).isEqualTo(1);
    }

    @Test
    void everyArticleIsPrintedOnce() {
        List<String> ids = seeds.json("enriched").stream()
                .map(line -> line.path("articleId").asText())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void relatedHeadlinesAreFoundInBothDirections() {
        Map<String, JsonNode> articles = new HashMap<>();
        seeds.json("enriched")
                .forEach(line -> articles.put(line.path("articleId").asText(), line));
        int pairs = 0;
        for (JsonNode article : articles.values()) {
            for (JsonNode related : article.path("related")) {
                JsonNode other = articles.get(related.path("articleId").asText());
                assertThat(other.path("related").findValuesAsText("articleId"))
                        .contains(article.path("articleId").asText());
                pairs++;
            }
        }
        assertThat(pairs).isPositive();
    }

    @Test
    void offsetsSliceToTheTextTheyName() throws IOException {
        Map<String, JsonNode> inputs = inputs();
        int checked = 0;
        for (JsonNode line : seeds.json("enriched")) {
            JsonNode input = inputs.get(line.path("inputId").asText());
            if (input == null) {
                continue;
            }
            for (JsonNode entity : line.path("entities")) {
                checked += checkSpans(entity.path("mentions"), input);
            }
            for (JsonNode topic : line.path("topics")) {
                checked += checkSpans(topic.path("evidence"), input);
            }
        }
        for (JsonNode alert : seeds.json("alert")) {
            JsonNode input = inputs.get(alert.path("inputId").asText());
            if (input != null) {
                checked += checkSpans(alert.path("matches"), input);
            }
        }
        assertThat(checked).isGreaterThan(50);
    }

    @Test
    void theReportShowsTheMatchedWordsInTheirSentence() throws Exception {
        Result report = GeowireProcess.run(folder, "run");

        assertThat(report.status()).isZero();
        assertThat(String.join("\n", report.out()))
                .contains("Sergei Lavrov (person)")
                .contains("arms-control")
                .contains("[New START]")
                .containsPattern("\\[[^\\]]*assets[^\\]]*\\]");
    }

    private static List<JsonNode> alerts(Result result, String watch) {
        return result.json("alert").stream()
                .filter(line -> line.path("watchId").asText().equals(watch))
                .toList();
    }

    private static List<String> texts(JsonNode spans) {
        return spans.findValuesAsText("text");
    }

    private static int checkSpans(JsonNode spans, JsonNode input) {
        for (JsonNode span : spans) {
            String text = input.path(span.path("field").asText()).asText();
            assertThat(text.substring(
                            span.path("start").asInt(), span.path("end").asInt()))
                    .isEqualTo(span.path("text").asText());
        }
        return spans.size();
    }

    private static Map<String, JsonNode> inputs() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Map<String, JsonNode> inputs = new HashMap<>();
        for (String file : List.of("articles.jsonl", "headlines.jsonl")) {
            try (Stream<String> lines = Files.lines(Path.of("..", "seeds", file))) {
                for (String line : lines.toList()) {
                    JsonNode input = mapper.readTree(line);
                    inputs.put(input.path("id").asText(), input);
                }
            }
        }
        return inputs;
    }
}
