package io.geowire.standalone.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.geowire.events.Article;
import io.geowire.events.FeedHealth;
import io.geowire.events.FeedState;
import io.geowire.events.SeenItem;
import io.geowire.ingest.feed.poll.FeedStates;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.schemas.serde.AvroSerdes;
import io.geowire.standalone.broker.EmbeddedBroker;
import io.geowire.standalone.pipeline.TopicTail;
import io.geowire.standalone.registry.RegistryServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes share feeds that change all the time, and one or both of them are killed at any moment: every version of every
 * item that was seen is downstream once, and the states say so.
 */
class KillWhilePollingIT {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Path FIXTURES = Path.of("..", "ingest-producer", "src", "test", "resources", "feeds", "good");
    private static final List<String> FILES =
            List.of("rss-0.91.xml", "rss-1.0.xml", "rss-2.0.xml", "atom-0.3.xml", "atom-1.0.xml", "json-1.1.json");
    private static final int ITEMS_OF_FILES = 11;
    private static final int FEEDS = 18;
    private static final int ITEMS = 20;
    private static final int ROUNDS = 2;

    @TempDir
    Path folder;

    private final List<PollingProcess> processes = new ArrayList<>();
    private EmbeddedBroker broker;
    private RegistryServer registry;
    private FeedServer server;

    @BeforeEach
    void start() throws IOException {
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        registry = RegistryServer.start(broker.bootstrapServers(), 0);
        server = new FeedServer();
    }

    @AfterEach
    void stop() throws Exception {
        for (PollingProcess process : processes) {
            process.close();
        }
        server.close();
        registry.close();
        broker.close();
    }

    @Test
    void killedAtAnyMomentEveryItemIsDownstreamOnce() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (String file : FILES) {
            server.put("/" + file, Files.readAllBytes(FIXTURES.resolve(file)));
        }
        publish(0);
        Path list = list();

        poll(list);
        poll(list);
        for (int round = 1; round <= ROUNDS; round++) {
            publish(round);
            long answered = server.count(200) + random.nextInt(FEEDS);
            await().atMost(LONG).until(() -> server.count(200) >= answered);
            // Not a wait for something: the moment of the kill is meant to be any.
            TimeUnit.MILLISECONDS.sleep(random.nextInt(500));
            kill(random.nextInt(2));
            if (random.nextBoolean()) {
                kill(0);
                poll(list);
            }
            poll(list);
        }
        publish(ROUNDS + 1);
        await().atMost(LONG)
                .until(() -> states().values().stream().allMatch(this::isUpToDate)
                        && states().size() == FEEDS + FILES.size());

        List<Article> articles = articles();
        assertThat(articles)
                .extracting(article -> article.getId() + article.getContentHash())
                .doesNotHaveDuplicates();
        Set<String> newest = new HashSet<>();
        articles.forEach(article -> newest.add(article.getTitle()));
        assertThat(newest).containsAll(titles(ROUNDS + 1));
        assertThat(articles.stream().map(Article::getId).distinct())
                .hasSize(FEEDS * (ITEMS + ROUNDS + 1) + ITEMS_OF_FILES);
        assertThat(states().values()).allSatisfy(state -> {
            assertThat(state.getHealth()).isIn(FeedHealth.OK, FeedHealth.NOT_MODIFIED);
            assertThat(state.getFailures()).isZero();
            assertThat(state.getSeen()).extracting(SeenItem::getArticleId).doesNotHaveDuplicates();
        });
    }

    private void poll(Path list) throws IOException {
        processes.add(PollingProcess.start(
                folder.resolve("poller-" + System.nanoTime() + ".log"),
                Map.of(
                        "GEOWIRE_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                        "GEOWIRE_KAFKA_SCHEMA_REGISTRY_URL", registry.url(),
                        "GEOWIRE_KAFKA_SESSION_TIMEOUT_MS", "6000",
                        "GEOWIRE_INGEST_FEEDS", list.toString(),
                        "GEOWIRE_INGEST_FEED_HOST_SPACING", "PT0.001S")));
    }

    private void kill(int number) throws Exception {
        PollingProcess process = processes.remove(number);
        assertThat(process.process().isAlive())
                .as("it ended by itself, see %s", folder)
                .isTrue();
        process.close();
    }

    private Path list() throws IOException {
        StringBuilder yaml = new StringBuilder("feeds:\n");
        for (String path : paths()) {
            yaml.append("  - {url: \"%s\", every: PT1S, allowPrivate: true}\n".formatted(server.url(path)));
        }
        return Files.writeString(folder.resolve("feeds.yaml"), yaml);
    }

    private static List<String> paths() {
        List<String> paths = new ArrayList<>();
        FILES.forEach(file -> paths.add("/" + file));
        IntStream.range(0, FEEDS).forEach(feed -> paths.add("/feed" + feed));
        return paths;
    }

    /** One more item in each feed, and another title for the first. */
    private void publish(int round) {
        for (int feed = 0; feed < FEEDS; feed++) {
            StringBuilder items = new StringBuilder();
            for (int item = ITEMS + round - 1; item >= 0; item--) {
                items.append("<item><title>%s</title><guid isPermaLink='false'>%d</guid></item>"
                        .formatted(title(feed, item, round), item));
            }
            server.put(
                    "/feed" + feed,
                    "<rss version='2.0'><channel><title>Wire %d</title>%s</channel></rss>".formatted(feed, items));
        }
    }

    private static String title(int feed, int item, int round) {
        return "Feed %d reports event %d%s".formatted(feed, item, item == 0 ? ", version " + round : "");
    }

    private static List<String> titles(int round) {
        return IntStream.range(0, FEEDS)
                .boxed()
                .flatMap(feed -> IntStream.range(0, ITEMS + round).mapToObj(item -> title(feed, item, round)))
                .toList();
    }

    private boolean isUpToDate(FeedState state) {
        return !state.getUrl().contains("/feed") || state.getItems() == ITEMS + ROUNDS + 1;
    }

    private Map<String, FeedState> states() {
        return FeedStates.all(clients());
    }

    private List<Article> articles() {
        List<Article> articles = new ArrayList<>();
        try (TopicTail<Article> tail = TopicTail.fromBeginning(
                clients(),
                Topics.ARTICLES,
                AvroSerdes.value(Article.class, clients()).deserializer())) {
            tail.catchUp(record -> articles.add(record.value()));
        }
        return articles;
    }

    private Map<String, Object> clients() {
        return Map.of("bootstrap.servers", broker.bootstrapServers(), "schema.registry.url", registry.url());
    }
}
