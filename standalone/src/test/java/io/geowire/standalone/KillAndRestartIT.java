package io.geowire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.geowire.events.Alert;
import io.geowire.events.Article;
import io.geowire.events.EnrichedArticle;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.schemas.serde.AvroSerdes;
import io.geowire.standalone.GeowireProcess.Result;
import io.geowire.standalone.broker.DataFolder;
import io.geowire.standalone.broker.EmbeddedBroker;
import io.geowire.standalone.pipeline.TopicTail;
import io.geowire.standalone.registry.RegistryServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed at any moment and run again with the same data folder, nothing is lost and nothing is doubled. */
class KillAndRestartIT {
    private static final int KILLS = 5;
    private static final int MAX_DELAY_MS = 7_000;

    @TempDir
    Path folder;

    @Test
    void killedAgainAndAgainTheResultIsThatOfAnUndisturbedRun() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Path news = LabelledNews.write(
                folder.resolve("news.jsonl"), LabelledNews.items().subList(0, 400));
        Path data = folder.resolve("data");
        String[] arguments = {"run", "--json", "--data", data.toString(), news.toString()};

        int killed = 0;
        for (int i = 0; i < KILLS; i++) {
            GeowireProcess process = GeowireProcess.start(folder, arguments);
            // Not a wait for something: the moment of the kill is meant to be any.
            TimeUnit.MILLISECONDS.sleep(random.nextInt(MAX_DELAY_MS));
            killed += process.isAlive() ? 1 : 0;
            process.kill();
        }
        Result survivor = GeowireProcess.run(folder, arguments);
        Result undisturbed = GeowireProcess.run(folder, "run", "--json", news.toString());

        assertThat(killed).isPositive();
        assertThat(survivor.status()).as(survivor.err()).isZero();
        assertThat(articles(survivor)).isEqualTo(articles(undisturbed));
        assertThat(watches(survivor)).isEqualTo(watches(undisturbed));
        assertThatNothingIsDoubled(data);
    }

    /** Every revision of every article and alert stands in its topic once, and none is missing before the last. */
    private static void assertThatNothingIsDoubled(Path data) throws Exception {
        try (DataFolder opened = DataFolder.open(data);
                EmbeddedBroker broker = EmbeddedBroker.start(opened.broker(), 0);
                RegistryServer registry = RegistryServer.start(broker.bootstrapServers(), 0)) {
            Map<String, Object> clients =
                    Map.of("bootstrap.servers", broker.bootstrapServers(), "schema.registry.url", registry.url());
            Map<String, List<Integer>> articles = revisions(clients, Topics.ARTICLES, Article.class, article -> 0);
            Map<String, List<Integer>> enriched =
                    revisions(clients, Topics.ENRICHED, EnrichedArticle.class, EnrichedArticle::getRevision);
            Map<String, List<Integer>> alerts = revisions(clients, Topics.ALERTS, Alert.class, Alert::getRevision);

            assertThat(enriched.keySet()).isEqualTo(articles.keySet());
            assertThat(enriched.values()).allSatisfy(KillAndRestartIT::isConsecutive);
            assertThat(alerts).isNotEmpty();
            assertThat(alerts.values()).allSatisfy(KillAndRestartIT::isConsecutive);
        }
    }

    private static void isConsecutive(List<Integer> revisions) {
        assertThat(revisions)
                .isEqualTo(IntStream.rangeClosed(1, revisions.size()).boxed().toList());
    }

    private static <T extends SpecificRecord> Map<String, List<Integer>> revisions(
            Map<String, Object> clients, String topic, Class<T> type, ToIntFunction<T> revision) {
        Map<String, List<Integer>> revisions = new HashMap<>();
        try (TopicTail<T> tail = TopicTail.fromBeginning(
                clients, topic, AvroSerdes.value(type, clients).deserializer())) {
            tail.catchUp(record -> revisions
                    .computeIfAbsent(record.key(), key -> new ArrayList<>())
                    .add(revision.applyAsInt(record.value())));
        }
        return revisions;
    }

    /** Entities and topics by input id: what does not depend on the order of arrival. */
    private static Map<String, String> articles(Result result) {
        Map<String, String> articles = new TreeMap<>();
        for (JsonNode line : result.json("enriched")) {
            articles.put(
                    line.path("inputId").asText(),
                    line.path("entities").toString() + line.path("topics").toString());
        }
        return articles;
    }

    private static List<String> watches(Result result) {
        return result.json("alert").stream()
                .map(line -> line.path("watchId").asText())
                .distinct()
                .sorted()
                .toList();
    }
}
