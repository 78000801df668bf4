package io.geowire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.standalone.GeowireProcess.Result;
import io.geowire.standalone.broker.DataFolder;
import io.geowire.standalone.broker.EmbeddedBroker;
import io.geowire.standalone.registry.RegistryServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watches tried on what a run on the sample news left behind. */
class WatchTestIT {
    private static final String WATCHES = "../seeds/watches.yaml";

    @TempDir
    static Path folder;

    private static Result run;
    private static DataFolder data;
    private static EmbeddedBroker broker;
    private static RegistryServer registry;
    private static Map<String, Object> clients;

    @BeforeAll
    static void runTheSeeds() throws Exception {
        String path = folder.resolve("data").toString();
        run = GeowireProcess.run(folder, "run", "--json", "--data", path);
        data = DataFolder.open(Path.of(path));
        broker = EmbeddedBroker.start(data.broker(), 0);
        registry = RegistryServer.start(broker.bootstrapServers(), 0);
        clients = Map.of("bootstrap.servers", broker.bootstrapServers(), "schema.registry.url", registry.url());
    }

    @AfterAll
    static void stop() {
        registry.close();
        broker.close();
        data.close();
    }

    @Test
    void alertsAreThoseOfTheRunAndNothingIsLeftBehind() throws Exception {
        Object before = state();

        Result test = test(WATCHES, "--json");

        assertThat(test.status()).as(test.err()).isZero();
        assertThat(test.err()).doesNotContain("cannot be read").doesNotContain("Exception");
        assertThat(articlesByWatch(test)).isNotEmpty().isEqualTo(articlesByWatch(run));
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void queryIsTriedOnWhatWasPublishedInATime() throws Exception {
        Result all = test("--query", "\"limits of new start\"");
        Result none = test("--query", "\"limits of new start\"", "--since", "2026-02-01");

        assertThat(all.status()).as(all.err()).isZero();
        assertThat(String.join("\n", all.out()))
                .startsWith("medium    \"limits of new start\"  2025-11-09 ")
                .contains("[limits of New START]")
                .contains("=== 1 of 32 articles match, 1 alert ===");
        assertThat(none.out()).first().asString().matches("=== 0 of [12]\\d articles match, no alerts ===");
    }

    @Test
    void oneWatchOfAFileCanBeChosenAndSaysWhatWaitsForMoreSources() throws Exception {
        Path watches = Files.writeString(folder.resolve("watches.yaml"), """
                watches:
                  - id: start
                    caseSensitive: ["New START"]
                    minSources: 50
                  - id: all
                    query: the
                """);

        Result test = test(watches.toString(), "--id", "start");

        assertThat(test.out())
                .containsExactly("=== 1 of 32 articles match, no alerts, 1 story in too few sources ===", "");
    }

    @Test
    void recordThatCannotBeReadIsNamedAndTheRestIsTried() throws Exception {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(clients, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.ENRICHED, 0, "bad", "x".getBytes(StandardCharsets.UTF_8)))
                    .get();
        }

        Result test = test(WATCHES, "--json");

        assertThat(test.status()).as(test.err()).isZero();
        assertThat(test.err())
                .contains("news.articles.enriched.v1, partition 0, offset ")
                .contains("cannot be read");
        assertThat(articlesByWatch(test)).isEqualTo(articlesByWatch(run));
    }

    private static Result test(String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("watch", "test"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("--bootstrap", broker.bootstrapServers(), "--registry", registry.url()));
        return GeowireProcess.run(folder, arguments.toArray(new String[0]));
    }

    /** By watch, how many articles each of its alerts counts. Sources may be more: what was found later is known by now. */
    private static Map<String, Set<Integer>> articlesByWatch(Result result) {
        Map<String, Set<Integer>> alerts = new TreeMap<>();
        for (JsonNode line : result.json("alert")) {
            alerts.computeIfAbsent(line.path("watchId").asText(), id -> new TreeSet<>())
                    .add(line.path("articleCount").asInt());
        }
        return alerts;
    }

    /** All that a reader could change: groups, their offsets, and how far the topics go. */
    private static Map<String, Object> state() throws Exception {
        Map<String, Object> state = new HashMap<>();
        try (Admin admin = Admin.create(clients)) {
            for (var group : admin.listGroups().all().get()) {
                state.put(
                        group.groupId(),
                        admin.listConsumerGroupOffsets(group.groupId())
                                .partitionsToOffsetAndMetadata()
                                .get());
            }
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            admin.describeTopics(admin.listTopics().names().get())
                    .allTopicNames()
                    .get()
                    .forEach((name, topic) -> topic.partitions()
                            .forEach(each ->
                                    latest.put(new TopicPartition(name, each.partition()), OffsetSpec.latest())));
            admin.listOffsets(latest)
                    .all()
                    .get()
                    .forEach((partition, end) -> state.put(partition.toString(), end.offset()));
        }
        return state;
    }
}
