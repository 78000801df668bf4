package io.geowire.standalone.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.geowire.events.Article;
import io.geowire.events.FeedHealth;
import io.geowire.events.FeedState;
import io.geowire.ingest.IngestApp;
import io.geowire.ingest.IngestConfig;
import io.geowire.ingest.IngestListener;
import io.geowire.ingest.feed.poll.FeedListener;
import io.geowire.ingest.feed.poll.FeedSource;
import io.geowire.ingest.feed.poll.FeedStates;
import io.geowire.ingest.feed.poll.FeedsConfig;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.schemas.serde.AvroSerdes;
import io.geowire.standalone.broker.EmbeddedBroker;
import io.geowire.standalone.pipeline.TopicTail;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds polled from a server, against a real broker and registry. */
class FeedsIT {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Path FIXTURES = Path.of("..", "ingest-producer", "src", "test", "resources", "feeds");

    @TempDir
    Path folder;

    private EmbeddedBroker broker;
    private RegistryServer registry;
    private FeedServer server;
    private Path list;

    @BeforeEach
    void start() throws IOException {
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        registry = RegistryServer.start(broker.bootstrapServers(), 0);
        server = new FeedServer();
        list = folder.resolve("feeds.yaml");
    }

    @AfterEach
    void stop() {
        server.close();
        registry.close();
        broker.close();
    }

    @Test
    void everyItemOfEveryFormatComesOnceThroughRestartsAndNoFeedStopsAnother() throws Exception {
        for (String file : List.of(
                "good/rss-0.91.xml",
                "good/rss-1.0.xml",
                "good/rss-2.0.xml",
                "good/atom-0.3.xml",
                "good/atom-1.0.xml",
                "good/json-1.1.json",
                "broken/junk-entities-ampersands.xml",
                "broken/items-wrong-types.json",
                "broken/entities.xml")) {
            server.put("/" + file, Files.readAllBytes(FIXTURES.resolve(file)));
        }
        server.put("/page", "<!DOCTYPE html><html><body>Sign in</body></html>");
        server.put("/nothing", "");
        server.put("/empty", "<rss version='2.0'><channel><title>Quiet</title></channel></rss>");
        server.answer("/gone", exchange -> {
            exchange.sendResponseHeaders(410, -1);
            return 410;
        });
        server.answer("/breaks-off", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('<');
            return 200;
        });
        list(
                "PT15M",
                "/good/rss-0.91.xml",
                "/page",
                "/good/rss-1.0.xml",
                "/nothing",
                "/good/rss-2.0.xml",
                "/gone",
                "/good/atom-0.3.xml",
                "/missing",
                "/good/atom-1.0.xml",
                "/breaks-off",
                "/good/json-1.1.json",
                "/empty",
                "/broken/junk-entities-ampersands.xml",
                "/broken/items-wrong-types.json",
                "/broken/entities.xml");

        pollOnce();
        pollOnce();

        assertThat(titles())
                .containsExactlyInAnyOrder(
                        "Strait reopens after talks",
                        "Envoys meet in Muscat",
                        "Court keeps tanker",
                        "Minister: no deal & no talks",
                        "Oil < 60 dollars as France’s AT&T waits",
                        "Ferry sails.",
                        "Summit & strike",
                        "Tag <b> erklärt",
                        "Bridge open",
                        "Talks & tea",
                        "Short one.",
                        "Profit\u00A0falls at AT&T … &bogus; again",
                        "Third",
                        "Fifth",
                        "Good one",
                        "Last good one",
                        "x &file; &c; y");
        assertThat(health())
                .containsEntry("/good/rss-2.0.xml", FeedHealth.NOT_MODIFIED)
                .containsEntry("/empty", FeedHealth.NOT_MODIFIED)
                .containsEntry("/page", FeedHealth.FAILING)
                .containsEntry("/nothing", FeedHealth.FAILING)
                .containsEntry("/missing", FeedHealth.FAILING)
                .containsEntry("/breaks-off", FeedHealth.FAILING)
                .containsEntry("/gone", FeedHealth.GONE);
    }

    @Test
    void killedBetweenArticlesAndStateNothingIsLostAndNothingDoubled() throws Exception {
        server.put("/rss", rss(IntStream.range(0, 20).mapToObj(i -> "Item " + i).toList()));
        list("PT15M", "/rss");
        Map<String, String> environment = new HashMap<>(Map.of(
                "GEOWIRE_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                "GEOWIRE_KAFKA_SCHEMA_REGISTRY_URL", registry.url(),
                "GEOWIRE_KAFKA_INTERCEPTOR_CLASSES", HaltBeforeState.class.getName(),
                "GEOWIRE_INGEST_FEEDS", list.toString()));

        try (PollingProcess doomed = PollingProcess.start(folder.resolve("doomed.log"), environment)) {
            assertThat(doomed.process().waitFor())
                    .as(Files.readString(folder.resolve("doomed.log")))
                    .isEqualTo(137);
        }
        assertThat(recordsEvenUncommitted()).isEqualTo(20);

        environment.remove("GEOWIRE_KAFKA_INTERCEPTOR_CLASSES");
        try (PollingProcess heir = PollingProcess.start(folder.resolve("heir.log"), environment)) {
            await().atMost(LONG).until(() -> FeedStates.all(clients()).containsKey(server.url("/rss")));
        }

        assertThat(titles()).hasSize(20).doesNotHaveDuplicates();
        assertThat(server.count(200)).isEqualTo(2);
    }

    @Test
    void twoInstancesShareTheFeedsAndOneTakesOverFromTheOther() throws Exception {
        String[] paths = IntStream.range(0, 40).mapToObj(i -> "/feed" + i).toArray(String[]::new);
        for (String path : paths) {
            server.put(path, rss(List.of("First of " + path)));
        }
        list("PT1S", paths);
        Map<String, Integer> polls = new ConcurrentHashMap<>();

        try (IngestApp one = app(listener(polls, "one"), false)) {
            one.start();
            try (IngestApp two = app(listener(polls, "two"), false)) {
                two.start();
                await().atMost(LONG)
                        .until(() -> polls.getOrDefault("one", 0) > 40 && polls.getOrDefault("two", 0) > 40);
            }
            for (String path : paths) {
                server.put(path, rss(List.of("Second of " + path, "First of " + path)));
            }
            await().atMost(LONG).until(() -> titles().size() == 80);
        }

        assertThat(titles()).hasSize(80).doesNotHaveDuplicates();
        // One answer in full for each version of each feed: nobody began anew. What is under way at a handover is asked
        // again.
        assertThat(server.count(200)).isBetween(80L, 90L);
    }

    @Test
    void fiveHundredUnchangedFeedsCostA304EachAndNoMemory() throws Exception {
        List<FeedServer> hosts = List.of(server, new FeedServer(), new FeedServer(), new FeedServer());
        StringBuilder yaml = new StringBuilder("feeds:\n");
        for (int i = 0; i < 500; i++) {
            FeedServer host = hosts.get(i % hosts.size());
            String path = "/feed" + i;
            host.put(
                    path,
                    rss(IntStream.range(0, 10)
                            .mapToObj(item -> path + " item " + item)
                            .toList()));
            yaml.append("  - {url: \"%s\", every: PT1S, allowPrivate: true}\n".formatted(host.url(path)));
        }
        Files.writeString(list, yaml);

        try (IngestApp app = app(new FeedListener() {}, false)) {
            app.start();
            await().atMost(LONG).until(() -> count(hosts, 304) >= 100);
            long before = used();
            await().atMost(LONG).until(() -> count(hosts, 304) >= 1_100);
            assertThat(used() - before).as("bytes more after two rounds").isLessThan(15_000_000);
        }

        assertThat(count(hosts, 200)).isEqualTo(500);
        assertThat(titles()).hasSize(5_000).doesNotHaveDuplicates();
        hosts.forEach(FeedServer::close);
    }

    private static long count(List<FeedServer> servers, int status) {
        return servers.stream().mapToLong(each -> each.count(status)).sum();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static FeedListener listener(Map<String, Integer> polls, String name) {
        return new FeedListener() {
            @Override
            public void polled(FeedState state) {
                polls.merge(name, 1, Integer::sum);
            }
        };
    }

    private void list(String every, String... paths) throws IOException {
        StringBuilder yaml = new StringBuilder("feeds:\n");
        for (String path : paths) {
            yaml.append("  - {url: \"%s\", every: %s, allowPrivate: true}\n".formatted(server.url(path), every));
        }
        Files.writeString(list, yaml);
    }

    private void pollOnce() {
        AtomicReference<FeedSource> source = new AtomicReference<>();
        try (IngestApp app = app(new FeedListener() {}, true, source)) {
            app.start();
            source.get().round().toCompletableFuture().join();
        }
    }

    private IngestApp app(FeedListener listener, boolean once) {
        return app(listener, once, new AtomicReference<>());
    }

    private IngestApp app(FeedListener listener, boolean once, AtomicReference<FeedSource> made) {
        FeedsConfig config = new FeedsConfig(list, 8, Duration.ofMillis(1));
        return new IngestApp(
                IngestConfig.of(clients()), new SimpleMeterRegistry(), IngestListener.NONE, List.of(context -> {
                    made.set(new FeedSource(config, context, listener, once));
                    return made.get();
                }));
    }

    private Map<String, Object> clients() {
        return Map.of("bootstrap.servers", broker.bootstrapServers(), "schema.registry.url", registry.url());
    }

    private Map<String, FeedHealth> health() {
        return FeedStates.all(clients()).entrySet().stream()
                .collect(Collectors.toMap(
                        state -> state.getKey().replace(server.url(""), ""),
                        state -> state.getValue().getHealth()));
    }

    private List<String> titles() {
        List<String> titles = new ArrayList<>();
        try (TopicTail<Article> tail = TopicTail.fromBeginning(
                clients(),
                Topics.ARTICLES,
                AvroSerdes.value(Article.class, clients()).deserializer())) {
            tail.catchUp(record -> titles.add(record.value().getTitle()));
        }
        return titles;
    }

    private int recordsEvenUncommitted() {
        int records = 0;
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(clients(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.ARTICLES).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                records += consumer.poll(Duration.ofSeconds(1)).count();
            }
        }
        return records;
    }

    private static String rss(List<String> titles) {
        StringBuilder items = new StringBuilder();
        for (String title : titles) {
            items.append("<item><title>%s</title><guid isPermaLink='false'>%s</guid></item>".formatted(title, title));
        }
        return "<rss version='2.0'><channel><title>Test Wire</title>" + items + "</channel></rss>";
    }
}
