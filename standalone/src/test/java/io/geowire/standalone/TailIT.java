package io.geowire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.geowire.events.Article;
import io.geowire.events.DateProvenance;
import io.geowire.schemas.catalogue.TopicCatalogue;
import io.geowire.schemas.catalogue.TopicProvisioner;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.schemas.serde.AvroSerdes;
import io.geowire.standalone.GeowireProcess.Result;
import io.geowire.standalone.broker.DataFolder;
import io.geowire.standalone.broker.EmbeddedBroker;
import io.geowire.standalone.registry.RegistryServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A topic printed as it grows, by a process of its own. */
class TailIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Of a process that was told to end by {@code kill}. */
    private static final int TERMINATED = 143;

    @TempDir
    Path folder;

    private DataFolder data;
    private EmbeddedBroker broker;
    private RegistryServer registry;
    private Map<String, Object> clients;

    @BeforeEach
    void start() {
        data = DataFolder.open(folder.resolve("data"));
        broker = EmbeddedBroker.start(data.broker(), 0);
        registry = RegistryServer.start(broker.bootstrapServers(), 0);
        clients = Map.of("bootstrap.servers", broker.bootstrapServers(), "schema.registry.url", registry.url());
        try (Admin admin = Admin.create(clients)) {
            TopicProvisioner.ensure(admin, List.of(TopicCatalogue.load().topic(Topics.ARTICLES)));
        }
    }

    @AfterEach
    void stop() {
        registry.close();
        broker.close();
        data.close();
    }

    @Test
    void whatComesIsPrintedWhatCannotBeReadIsNamedAndTheTailGoesOn() throws Exception {
        write(article("a0", "Before the tail"));
        GeowireProcess tail = tail("articles");
        try {
            awaitSaid(tail, "news.articles.v1 from now on, until Ctrl-C");

            write("bad", 2, "not Avro".getBytes(StandardCharsets.UTF_8));
            write(article("a1", "Red \u001b[31malert\u0007 \u202eevil"));
            write("a1", 2, null);
            write(article("a2", "The last one"));
            await().atMost(PATIENCE).until(() -> printed(tail).contains("The last one"));

            assertThat(printed(tail))
                    .contains("2026-02-06 10:00  Example Wire\nRed \\u001b[31malert\\u0007 \\u202eevil\n")
                    .doesNotContain("Before the tail")
                    .doesNotContain("\u001b");
            assertThat(tail.said())
                    .contains("news.articles.v1, partition 2, offset 1: cannot be read: record begins with byte 110");

            tail.terminate();
            Result result = tail.await();
            assertThat(result.status()).isEqualTo(TERMINATED);
            assertThat(result.err().lines()).hasSize(2);
        } finally {
            tail.kill();
        }
    }

    @Test
    void fromTheStartEachIsALineOfJsonAndTheTopicIsLeftAsItWas() throws Exception {
        write(article("a0", "Before the tail"));
        GeowireProcess tail = tail("articles", "--from-start", "--json");
        try {
            await().atMost(PATIENCE).until(() -> !tail.printed().isEmpty());
            write(article("a1", "While it goes on"));
            await().atMost(PATIENCE).until(() -> tail.printed().size() > 1);

            JsonNode line = JSON.readTree(tail.printed().get(1));
            assertThat(line.path("type").asText()).isEqualTo("article");
            assertThat(line.path("title").asText()).isEqualTo("While it goes on");
            try (Admin admin = Admin.create(clients)) {
                assertThat(admin.listGroups().all().get()).isEmpty();
            }
        } finally {
            tail.kill();
        }
    }

    @Test
    void ofADataFolderItPrintsAllThatThereIsAndEnds() throws Exception {
        write(article("a0", "One"));
        write(article("a1", "Two"));
        stop();

        Result result = GeowireProcess.run(
                folder, "tail", "articles", "--data", folder.resolve("data").toString());

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("One", "Two");
    }

    @Test
    void topicThatDoesNotExistEndsWithOneAndIsNotMade() throws Exception {
        Result result = tail("alerts").await();

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo("geowire: there is no topic news.alerts.v1 at %s; a Geowire that runs makes it%n"
                        .formatted(broker.bootstrapServers()));
        try (Admin admin = Admin.create(clients)) {
            assertThat(admin.listTopics().names().get()).doesNotContain(Topics.ALERTS);
        }
    }

    @Test
    void brokerOrRegistryThatDoesNotAnswerEndsWithOneAndItsAddress() throws Exception {
        Result noRegistry = GeowireProcess.run(
                folder,
                "tail",
                "articles",
                "--bootstrap",
                broker.bootstrapServers(),
                "--registry",
                "http://127.0.0.1:1");
        Result noBroker = GeowireProcess.run(
                folder, "tail", "articles", "--bootstrap", "127.0.0.1:1", "--registry", registry.url());

        assertThat(noRegistry.status()).isEqualTo(1);
        assertThat(noRegistry.err()).contains("http://127.0.0.1:1").doesNotContain("Exception");
        assertThat(noBroker.status()).isEqualTo(1);
        assertThat(noBroker.err()).isEqualTo("geowire: no Kafka answers at 127.0.0.1:1%n".formatted());
    }

    private GeowireProcess tail(String... options) throws IOException {
        String[] arguments = new String[options.length + 5];
        arguments[0] = "tail";
        System.arraycopy(options, 0, arguments, 1, options.length);
        arguments[options.length + 1] = "--bootstrap";
        arguments[options.length + 2] = broker.bootstrapServers();
        arguments[options.length + 3] = "--registry";
        arguments[options.length + 4] = registry.url();
        return GeowireProcess.start(folder, arguments);
    }

    private static void awaitSaid(GeowireProcess process, String what) throws IOException {
        await().atMost(PATIENCE).until(() -> process.said().contains(what) || !process.isAlive());
        assertThat(process.said()).contains(what);
    }

    private static String printed(GeowireProcess process) throws IOException {
        return String.join("\n", process.printed());
    }

    private static Article article(String id, String title) {
        return Article.newBuilder()
                .setId(id)
                .setTitle(title)
                .setSource("Example Wire")
                .setPublishedAt(Instant.parse("2026-02-06T10:00:00Z"))
                .setPublishedAtProvenance(DateProvenance.DECLARED)
                .setIngestedAt(Instant.parse("2026-02-06T10:00:00Z"))
                .setContentHash("hash")
                .build();
    }

    private void write(Article article) throws Exception {
        write(
                article.getId(),
                2,
                AvroSerdes.value(Article.class, clients).serializer().serialize(Topics.ARTICLES, article));
    }

    private void write(String key, int partition, byte[] value) throws Exception {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(clients, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.ARTICLES, partition, key, value))
                    .get();
        }
    }
}
