package io.geowire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.geowire.events.Alert;
import io.geowire.events.EnrichedArticle;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.schemas.serde.AvroSerdes;
import io.geowire.standalone.broker.DataFolder;
import io.geowire.standalone.pipeline.Pipeline;
import io.geowire.standalone.pipeline.TopicTail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old news sent again, through the whole pipeline. */
class ReplayIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private DataFolder data;
    private Pipeline pipeline;

    @BeforeEach
    void start() {
        data = DataFolder.temporary();
        pipeline = Pipeline.start(
                data,
                new Pipeline.Files(Path.of("..", "seeds", "watches.yaml"), null, null),
                new Pipeline.Ports(0, 0, 0));
    }

    @AfterEach
    void stop() {
        pipeline.close();
        data.close();
    }

    @Test
    void oldNewsAlertsWithoutNotifyingUntilItComesAsNews() throws IOException {
        Path archive = Files.writeString(folder.resolve("archive.jsonl"), """
                {"id": "r2", "title": "Oil falls for a third day", "source": "Harbour Press", "publishedAt": "2026-02-07T10:00:00Z"}
                {"id": "r1", "title": "Moscow offers to keep to New START", "source": "Northline News", "publishedAt": "2026-02-06T10:00:00Z"}
                """);

        // Old enough to be back-fill without being called so.
        assertThat(replay(archive, "--rate", "1000/s")).isZero();
        await().atMost(PATIENCE).until(() -> !alerts().isEmpty());
        assertThat(replay(archive, "--backfill")).isZero();
        assertThat(replay(archive, "--live", "--speed", "1000000x")).isZero();
        await().atMost(PATIENCE).until(() -> alerts().size() > 1);

        assertThat(alerts()).extracting(Alert::getBackfill).containsExactly(true, false);
        assertThat(alerts()).extracting(Alert::getRaisedRevision).containsExactly(0, 2);
        assertThat(values(Topics.ENRICHED, EnrichedArticle.class))
                .filteredOn(article -> "r1".equals(article.getArticle().getInputId()))
                .extracting(article -> article.getArticle().getPublishedAt())
                .containsOnly(Instant.parse("2026-02-06T10:00:00Z"));
    }

    private int replay(Path file, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "ingest",
                "replay",
                file.toString(),
                "--bootstrap",
                pipeline.addresses().get("kafka"),
                "--registry",
                pipeline.addresses().get("registry")));
        arguments.addAll(List.of(options));
        return GeowireMain.commandLine().execute(arguments.toArray(new String[0]));
    }

    private List<Alert> alerts() {
        return values(Topics.ALERTS, Alert.class);
    }

    private <T extends SpecificRecord> List<T> values(String topic, Class<T> type) {
        List<T> values = new ArrayList<>();
        try (TopicTail<T> tail = TopicTail.fromBeginning(
                pipeline.settings().clients(),
                topic,
                AvroSerdes.value(type, pipeline.settings().clients()).deserializer())) {
            tail.catchUp(record -> values.add(record.value()));
        }
        return values;
    }
}
