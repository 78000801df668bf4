package io.geowire.standalone.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.geowire.events.Alert;
import io.geowire.schemas.catalogue.Topics;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.Testcontainers;

/** The compose file as an operator uses it: up with the sample news, alerts to subscribe to, meters in Prometheus, scaled. */
@Testcontainers(disabledWithoutDocker = true)
class ComposeIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void sampleNewsRaisesAlertsAndPrometheusSeesEveryInstance() throws Exception {
        try (ComposeProject project = new ComposeProject(folder)) {
            project.run("up", "-d", "--build");
            Map<String, Object> clients = Map.of(
                    "bootstrap.servers",
                    project.address("KAFKA_PORT"),
                    "schema.registry.url",
                    "http://" + project.address("REGISTRY_PORT") + RegistryContainer.PATH);

            await().atMost(Patience.LONG).until(() -> watches(clients).size() == 5);
            assertThat(compatibility(clients)).isEqualTo("BACKWARD_TRANSITIVE");
            String title = "Helsinki hosts a first round on New START";
            String pushed = push(project, Map.of("title", title, "source", "Fenno Wire"));
            await().atMost(Patience.LONG)
                    .until(() -> Topic.keys(clients, Topics.ENRICHED).contains(pushed));
            await().atMost(Patience.LONG).until(() -> project.delivered().contains(title));

            project.run("up", "-d", "--scale", "enrichment-streams=3");
            await().atMost(Patience.LONG)
                    .until(() -> query(project, "sum(up{service=\"enrichment-streams\"})"), "3"::equals);
            await().atMost(Patience.LONG).until(() -> query(project, "sum(up{job=\"geowire\"})"), "5"::equals);
            await().atMost(Patience.LONG)
                    .until(() -> query(project, "sum(geowire_alerts_decisions_total{outcome=\"raise\"})"), "6"::equals);
        }
    }

    /** Pushes an article; returns its id. */
    private String push(ComposeProject project, Map<String, String> article) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://" + project.address("INGEST_PORT") + "/v1/articles"))
                .header("Authorization", "Bearer " + ComposeProject.PUSH_TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(article)))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JSON.readTree(answer.body())
                .path("items")
                .path(0)
                .path("articleId")
                .asText();
    }

    private static Set<String> watches(Map<String, Object> clients) {
        return Topic.records(clients, Topics.ALERTS, Alert.class).values().stream()
                .flatMap(List::stream)
                .map(Alert::getWatchId)
                .collect(Collectors.toSet());
    }

    private String compatibility(Map<String, Object> clients) throws Exception {
        return get(clients.get("schema.registry.url") + "/config")
                .path("compatibilityLevel")
                .asText();
    }

    /** The single value of a query, empty if there is none. */
    private String query(ComposeProject project, String query) throws Exception {
        return get("http://" + project.address("PROMETHEUS_PORT") + "/api/v1/query?query="
                        + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .path("data")
                .path("result")
                .path(0)
                .path("value")
                .path(1)
                .asText();
    }

    private JsonNode get(String url) throws Exception {
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        return JSON.readTree(answer.body());
    }
}
