package io.geowire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles pushed to a run that stays up: enriched, alerted on, and each once however often it is sent. */
class PushIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ADDRESS = Pattern.compile("POST (http://\\S+/v1/articles)");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String BODY = """
            [{"id": "p1", "title": "Moscow offers to keep to New START for a year", "source": "Northline News",
              "publishedAt": "2026-02-06T10:00:00Z"},
             {"id": "p2", "title": "Ferry sails again after storm", "source": "Harbour Press"}]
            """;
    private static final String LAST =
            "{\"id\": \"p3\", \"title\": \"Oil falls for a third day\", \"source\": \"Harbour Press\"}";

    @TempDir
    Path folder;

    @Test
    void pushedArticlesAreEnrichedAndAlertedOnOnceHoweverOftenTheyAreSent() throws Exception {
        Path nothing = Files.writeString(folder.resolve("nothing.jsonl"), "");
        GeowireProcess run = GeowireProcess.start(
                folder,
                Map.of("TEST_PUSH_TOKEN", "s3cret"),
                "run",
                "--json",
                "--follow",
                "--push-token-env",
                "TEST_PUSH_TOKEN",
                nothing.toString());
        try {
            await().atMost(PATIENCE).until(() -> ADDRESS.matcher(run.said()).find() || !run.isAlive());
            Matcher address = ADDRESS.matcher(run.said());
            assertThat(address.find()).as(run.said()).isTrue();

            HttpResponse<String> first = post(address.group(1), BODY);
            // The answer was lost, so the caller sends the same again, twice.
            HttpResponse<String> second = post(address.group(1), BODY);
            await().atMost(PATIENCE).until(() -> !lines(run, "alert").isEmpty());
            HttpResponse<String> third = post(address.group(1), BODY);
            // What was sent before this is through when this is: its partitions are read in order.
            post(address.group(1), LAST);
            await().atMost(PATIENCE).until(() -> inputIds(run).contains("p3"));

            assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(third.body()).isEqualTo(first.body());
            assertThat(inputIds(run)).containsExactlyInAnyOrder("p1", "p2", "p3");
            // A later revision says something new, such as a related headline; the same again would be a repetition.
            assertThat(lines(run, "enriched"))
                    .extracting(line -> ((ObjectNode) line).without("revision").toString())
                    .doesNotHaveDuplicates();
            assertThat(lines(run, "alert")).singleElement().satisfies(alert -> {
                assertThat(alert.path("watchId").asText()).isEqualTo("new-start");
                assertThat(alert.path("articleId").asText())
                        .isEqualTo(JSON.readTree(first.body())
                                .at("/items/0/articleId")
                                .asText());
            });
            assertThat(post(address.group(1).replace("/v1/articles", "/v1/openapi.yaml"), BODY)
                            .statusCode())
                    .isEqualTo(405);

            run.terminate();
            assertThat(run.await().err()).doesNotContain("Exception");
        } finally {
            run.kill();
        }
    }

    private static HttpResponse<String> post(String address, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer s3cret")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static Set<String> inputIds(GeowireProcess run) throws IOException {
        Set<String> ids = new HashSet<>();
        lines(run, "enriched").forEach(line -> ids.add(line.path("inputId").asText()));
        return ids;
    }

    private static List<JsonNode> lines(GeowireProcess run, String type) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : run.printed()) {
            JsonNode json = JSON.readTree(line);
            if (json.path("type").asText().equals(type)) {
                lines.add(json);
            }
        }
        return lines;
    }
}
