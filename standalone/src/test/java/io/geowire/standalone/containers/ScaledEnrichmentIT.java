package io.geowire.standalone.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.geowire.enrichment.EnrichmentApp;
import io.geowire.events.Alert;
import io.geowire.events.EnrichedArticle;
import io.geowire.ingest.IngestApp;
import io.geowire.ingest.IngestConfig;
import io.geowire.ingest.IngestListener;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.standalone.GeowireProcess;
import io.geowire.standalone.LabelledNews;
import io.geowire.standalone.pipeline.Throughput;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.utility.MountableFile;

/**
 * Three instances of the enrichment, in containers that share a volume: whatever becomes of one of them, nothing is lost,
 * nothing is doubled, and the result is that of an undisturbed run in one process.
 */
@Testcontainers(disabledWithoutDocker = true)
class ScaledEnrichmentIT {
    private static final int INSTANCES = 3;
    private static final int ITEMS_EACH = 300;

    @TempDir
    static Path folder;

    private static Cluster cluster;
    private static ServiceContainer alerts;

    private final List<ServiceContainer> instances = new ArrayList<>();

    @BeforeAll
    static void startTheRest() {
        cluster = Cluster.start();
        Path watches = Path.of("..", "seeds", "watches.yaml").toAbsolutePath();
        alerts = cluster.service(Service.ALERTS)
                .withCopyFileToContainer(MountableFile.forHostPath(watches, 0444), "/watches.yaml")
                .withEnv("GEOWIRE_ALERTS_WATCHES", "/watches.yaml");
        alerts.start();
    }

    @AfterAll
    static void stopTheRest() {
        if (alerts != null) {
            alerts.stop();
        }
        if (cluster != null) {
            cluster.close();
        }
    }

    @AfterEach
    void stopTheInstances() {
        instances.forEach(ServiceContainer::stop);
    }

    @Test
    void oneKilledInMidStreamChangesNothing() throws Exception {
        List<String> news = LabelledNews.items().subList(0, ITEMS_EACH);
        startInstances(i -> Map.of("GEOWIRE_KAFKA_NUM_STANDBY_REPLICAS", "1"));
        int before = enriched().size();

        ingest("killed", news);
        await().atMost(Patience.LONG).until(() -> enriched().size() > before + ITEMS_EACH / 10);
        int through = enriched().size() - before;
        instances.get(1).kill();

        assertThat(through).as("articles through when one was killed").isLessThan(ITEMS_EACH);
        assertThatTheResultIsThatOfAnUndisturbedRun("killed", news);
    }

    @Test
    void rollingRestartOfStaticMembersChangesNothing() throws Exception {
        List<String> news = LabelledNews.items().subList(ITEMS_EACH, 2 * ITEMS_EACH);
        startInstances(i -> Map.of(
                "GEOWIRE_KAFKA_MAIN_CONSUMER_GROUP_INSTANCE_ID",
                "enrichment-" + i,
                "GEOWIRE_KAFKA_MAIN_CONSUMER_SESSION_TIMEOUT_MS",
                "60000"));
        Set<String> members = members();
        assertThat(members).as("static members").allMatch(id -> id.startsWith("enrichment-"));

        int part = news.size() / INSTANCES;
        for (int i = 0; i < INSTANCES; i++) {
            ServiceContainer instance = instances.get(i);
            ingest("part-" + i, news.subList(i * part, (i + 1) * part));
            assertThat(instance.terminate()).as("exit status").isEqualTo(ServiceContainer.TERMINATED);
            instance.again();
            await().atMost(Patience.LONG).until(instance::isWell);
        }

        assertThat(members()).isEqualTo(members);
        assertThatTheResultIsThatOfAnUndisturbedRun("restarted", news);
    }

    private void startInstances(IntFunction<Map<String, String>> settings) {
        for (int i = 0; i < INSTANCES; i++) {
            ServiceContainer instance = cluster.service(Service.ENRICHMENT).withEnv(settings.apply(i));
            instances.add(instance);
        }
        Startables.deepStart(instances).join();
    }

    private static Set<String> members() throws Exception {
        try (Admin admin = Admin.create(cluster.clients())) {
            return admin
                    .describeConsumerGroups(List.of(EnrichmentApp.APPLICATION_ID))
                    .all()
                    .get()
                    .get(EnrichmentApp.APPLICATION_ID)
                    .members()
                    .stream()
                    .map(ScaledEnrichmentIT::name)
                    .collect(Collectors.toSet());
        }
    }

    private static String name(MemberDescription member) {
        return member.groupInstanceId().orElse("dynamic");
    }

    private static void ingest(String name, List<String> news) throws Exception {
        Path file = LabelledNews.write(folder.resolve(name + ".jsonl"), news);
        try (IngestApp ingest =
                new IngestApp(IngestConfig.of(cluster.clients()), new SimpleMeterRegistry(), IngestListener.NONE)) {
            ingest.start();
            assertThat(ingest.run(List.of(file.toString())).succeeded()).isTrue();
        }
    }

    private static Set<String> enriched() {
        return Topic.keys(cluster.clients(), Topics.ENRICHED);
    }

    private static void assertThatTheResultIsThatOfAnUndisturbedRun(String name, List<String> news) throws Exception {
        Path file = LabelledNews.write(folder.resolve(name + "-all.jsonl"), news);
        List<JsonNode> undisturbed =
                GeowireProcess.run(folder, "run", "--json", file.toString()).json();
        try (Throughput throughput = new Throughput(cluster.clients())) {
            await().atMost(Patience.LONG).until(throughput::isComplete);
        }
        Map<String, List<EnrichedArticle>> articles =
                Topic.records(cluster.clients(), Topics.ENRICHED, EnrichedArticle.class);
        Map<String, List<Alert>> raised = Topic.records(cluster.clients(), Topics.ALERTS, Alert.class);

        Map<String, Set<String>> expected = new TreeMap<>();
        Map<String, Set<String>> actual = new TreeMap<>();
        for (JsonNode line : undisturbed) {
            if (line.path("type").asText().equals("enriched")) {
                String id = line.path("articleId").asText();
                expected.put(id, labels(line));
                actual.put(id, labels(articles.getOrDefault(id, List.of())));
            }
        }
        assertThat(expected).isNotEmpty();
        assertThat(actual).isEqualTo(expected);
        assertThat(watches(raised)).containsAll(watches(undisturbed));
        assertThatNothingIsDoubled(articles, EnrichedArticle::getRevision);
        assertThatNothingIsDoubled(raised, Alert::getRevision);
    }

    /** Every revision stands in its topic once, and none is missing before the last. */
    private static <T extends SpecificRecord> void assertThatNothingIsDoubled(
            Map<String, List<T>> records, ToIntFunction<T> revision) {
        records.forEach(
                (key, all) -> assertThat(all.stream().mapToInt(revision).boxed().toList())
                        .as(key)
                        .isEqualTo(IntStream.rangeClosed(1, all.size()).boxed().toList()));
    }

    private static Set<String> labels(JsonNode line) {
        Set<String> labels = new TreeSet<>();
        line.path("entities").forEach(entity -> labels.add(entity.path("id").asText()));
        line.path("topics").forEach(topic -> labels.add(topic.path("id").asText()));
        return labels;
    }

    private static Set<String> labels(List<EnrichedArticle> revisions) {
        Set<String> labels = new TreeSet<>();
        for (EnrichedArticle article : revisions) {
            article.getEntities().forEach(entity -> labels.add(entity.getId()));
            article.getTopics().forEach(topic -> labels.add(topic.getId()));
        }
        return labels;
    }

    private static Set<String> watches(List<JsonNode> lines) {
        return lines.stream()
                .filter(line -> line.path("type").asText().equals("alert"))
                .map(line -> line.path("watchId").asText())
                .collect(Collectors.toSet());
    }

    private static Set<String> watches(Map<String, List<Alert>> raised) {
        return raised.values().stream().map(all -> all.get(0).getWatchId()).collect(Collectors.toSet());
    }
}
