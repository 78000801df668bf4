package io.geowire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.geowire.events.Alert;
import io.geowire.events.EnrichedArticle;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.schemas.serde.AvroSerdes;
import io.geowire.standalone.GeowireProcess.Result;
import io.geowire.standalone.pipeline.TopicTail;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Geowire that runs for long: pushed to, killed and started again, all is still there and nothing is doubled. */
class StartIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Of a process that was told to end by {@code kill}. */
    private static final int TERMINATED = 143;

    private static final String NEWS = """
            [{"id": "p1", "title": "Moscow offers to keep to New START for a year", "source": "Northline News"},
             {"id": "p2", "title": "Ferry sails again after storm", "source": "Harbour Press"}]
            """;
    private static final String LAST = "[{\"id\": \"p3\", \"title\": \"Oil falls for a third day\"}]";

    @TempDir
    Path folder;

    @Test
    void killedAndStartedAgainAllIsStillThereAndNothingIsDoubled() throws Exception {
        Path desk =
                Files.writeString(folder.resolve("desk.jsonl"), "{\"id\": \"f1\", \"title\": \"A file is read\"}\n");
        Path config = Files.writeString(folder.resolve("geowire.yaml"), """
                data: ./data
                http: {host: 127.0.0.1}
                ingest:
                  files: [%s]
                  push: {tokenEnv: TEST_PUSH_TOKEN}
                watches: %s
                """.formatted(
                        desk.getFileName(), Path.of("../seeds/watches.yaml").toRealPath()));

        GeowireProcess first = start(config);
        try {
            push(first, NEWS);
            await().atMost(PATIENCE).until(() -> inputIds(first).containsAll(List.of("f1", "p1", "p2")));
            await().atMost(PATIENCE)
                    .until(() -> !values(first, Topics.ALERTS, Alert.class).isEmpty());
        } finally {
            first.kill();
        }

        GeowireProcess second = start(config);
        try {
            push(second, NEWS);
            push(second, LAST);
            await().atMost(PATIENCE).until(() -> inputIds(second).contains("p3"));

            assertThat(inputIds(second)).containsExactlyInAnyOrder("f1", "p1", "p2", "p3");
            assertThat(values(second, Topics.ALERTS, Alert.class))
                    .extracting(Alert::getWatchId)
                    .containsExactly("new-start");
            assertThat(get(second, "metrics at (\\S+)")).contains("geowire_");

            second.terminate();
            Result result = second.await();
            assertThat(result.status()).isEqualTo(TERMINATED);
            assertThat(result.out()).isEmpty();
            assertThat(result.err()).doesNotContain("Exception in thread");
        } finally {
            second.kill();
        }
    }

    private GeowireProcess start(Path config) throws IOException {
        GeowireProcess process = GeowireProcess.start(
                folder, Map.of("TEST_PUSH_TOKEN", "s3cret"), "start", "--config", config.toString());
        await().atMost(PATIENCE).until(() -> process.said().contains("articles of files read") || !process.isAlive());
        assertThat(process.said()).contains("articles of files read");
        return process;
    }

    private static void push(GeowireProcess process, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(said(process, "POST (\\S+/v1/articles)")))
                .header("Authorization", "Bearer s3cret")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    }

    private static String get(GeowireProcess process, String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(said(process, address)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** What it said of where something can be reached. */
    private static String said(GeowireProcess process, String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(process.said());
        assertThat(matcher.find()).as(process.said()).isTrue();
        return matcher.group(1);
    }

    /** Of each revision of an enriched article, so that one that is doubled shows. */
    private static List<String> inputIds(GeowireProcess process) throws IOException {
        return values(process, Topics.ENRICHED, EnrichedArticle.class).stream()
                .map(article -> article.getArticle().getInputId())
                .toList();
    }

    private static <T extends SpecificRecord> List<T> values(GeowireProcess process, String topic, Class<T> type)
            throws IOException {
        Map<String, Object> clients = Map.of(
                "bootstrap.servers", said(process, "kafka at (\\S+)"),
                "schema.registry.url", said(process, "registry at (\\S+)"));
        List<T> values = new ArrayList<>();
        try (TopicTail<T> tail = TopicTail.fromBeginning(
                clients, topic, AvroSerdes.value(type, clients).deserializer())) {
            tail.catchUp(record -> values.add(record.value()));
        }
        return values;
    }
}
