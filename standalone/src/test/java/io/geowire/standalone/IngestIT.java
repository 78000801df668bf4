package io.geowire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.events.Article;
import io.geowire.events.DeadLetter;
import io.geowire.ingest.IngestApp;
import io.geowire.ingest.IngestConfig;
import io.geowire.ingest.IngestListener;
import io.geowire.ingest.IngestReport;
import io.geowire.ingest.item.ReadResult;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.schemas.serde.AvroSerdes;
import io.geowire.standalone.broker.EmbeddedBroker;
import io.geowire.standalone.registry.RegistryServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ingest-producer against a real broker and registry. */
class IngestIT {
    @TempDir
    Path folder;

    private static EmbeddedBroker broker;
    private static RegistryServer registry;

    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path folder) {
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        registry = RegistryServer.start(broker.bootstrapServers(), 0);
    }

    @AfterAll
    static void stop() {
        registry.close();
        broker.close();
    }

    @Test
    void createsItsTopicsAndPublishesInTheContract() throws Exception {
        Path file = Files.writeString(
                folder.resolve("a.jsonl"),
                "{\"id\":\"x1\",\"title\":\"Eins “zwei” 😀\"}\nbroken\n{\"title\":\"Two\"}\n");

        IngestReport report = ingest(Map.of(), file);

        assertThat(report.published()).isEqualTo(2);
        assertThat(values(Topics.ARTICLES, Article.class))
                .extracting(Article::getTitle)
                .contains("Eins “zwei” 😀", "Two");
        assertThat(values(Topics.INGEST_DLQ, DeadLetter.class))
                .extracting(DeadLetter::getLocation)
                .contains(file + ":2");
        try (Admin admin = Admin.create(clients(Map.of()))) {
            assertThat(admin.describeTopics(List.of(Topics.ARTICLES))
                            .allTopicNames()
                            .get()
                            .get(Topics.ARTICLES)
                            .partitions())
                    .hasSize(4);
        }
    }

    @Test
    void recordLargerThanTheProducerSendsIsRefusedAndTheRestGoesOn() throws IOException {
        Path file = sizes("Producer", 10, 2_000_000, 10);

        IngestReport report = ingest(Map.of(), file);

        assertThat(report.published()).isEqualTo(2);
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0))
                .startsWith(file + ":2: the record cannot be sent:")
                .contains("max.request.size");
        assertThat(values(Topics.INGEST_DLQ, DeadLetter.class))
                .extracting(DeadLetter::getLocation)
                .contains(file + ":2");
    }

    @Test
    void recordLargerThanTheBrokerTakesIsRefusedAndTheRestGoesOn() throws IOException {
        Path file = sizes("Broker", 10, 2_000_000, 10, 10);

        IngestReport report = ingest(Map.of("max.request.size", 8_000_000, "compression.type", "none"), file);

        assertThat(report.published()).isEqualTo(3);
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0)).startsWith(file + ":2: the record cannot be sent:");
        assertThat(values(Topics.ARTICLES, Article.class))
                .extracting(Article::getTitle)
                .contains("Broker 0", "Broker 2", "Broker 3")
                .doesNotContain("Broker 1");
    }

    private Path sizes(String title, int... bodies) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < bodies.length; i++) {
            lines.append("{\"title\":\"%s %d\",\"body\":\"%s\"}%n".formatted(title, i, "x".repeat(bodies[i])));
        }
        return Files.writeString(folder.resolve(title + ".jsonl"), lines);
    }

    private IngestReport ingest(Map<String, Object> more, Path file) {
        IngestListener listener = new IngestListener() {
            @Override
            public void refused(ReadResult.Fault fault) {
                faults.add(fault.toString());
            }
        };
        try (IngestApp app = new IngestApp(IngestConfig.of(clients(more)), new SimpleMeterRegistry(), listener)) {
            app.start();
            return app.run(List.of(file.toString()));
        }
    }

    private Map<String, Object> clients(Map<String, Object> more) {
        Map<String, Object> clients = new HashMap<>(more);
        clients.put("bootstrap.servers", broker.bootstrapServers());
        clients.put("schema.registry.url", registry.url());
        return clients;
    }

    private <T extends SpecificRecord> List<T> values(String topic, Class<T> type) {
        List<T> values = new ArrayList<>();
        try (Serde<T> serde = AvroSerdes.value(type, clients(Map.of()));
                KafkaConsumer<String, T> consumer =
                        new KafkaConsumer<>(clients(Map.of()), new StringDeserializer(), serde.deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, T> message : consumer.poll(Duration.ofSeconds(1))) {
                    values.add(message.value());
                }
            }
        }
        return values;
    }
}
