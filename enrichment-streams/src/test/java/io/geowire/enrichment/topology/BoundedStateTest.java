package io.geowire.enrichment.topology;

import static io.geowire.enrichment.topology.Pipeline.ANALYST;
import static io.geowire.enrichment.topology.Pipeline.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.enrichment.related.LogisticScorer;
import io.geowire.enrichment.related.PairModel;
import io.geowire.enrichment.state.Gathering;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedStateTest {
    private static final List<String> STORES = List.of(
            Names.ARTICLES,
            Names.GATHERING,
            Names.WAITING,
            Names.ARTICLE_AGES,
            Names.SHARES,
            Names.RING,
            Names.RING_AGES);
    private static final int SLACK = 40;

    @TempDir
    Path stateDir;

    @Test
    void nothingIsKeptOnceEventTimeAndArrivalsHavePassedIt() {
        Limits limits = new Limits(Duration.ofDays(7), 100, SLACK, 500_000, 1_000_000, Duration.ofSeconds(30));
        try (Pipeline pipeline = new Pipeline(stateDir, limits, ANALYST, new LogisticScorer(PairModel.shipped()))) {
            for (int i = 0; i < 150; i++) {
                pipeline.send("old" + i, "harbour quarrel of town " + i, NOON.plusSeconds(i));
            }
            int kept = pipeline.size(Names.ARTICLES);
            for (int i = 0; i < 250; i++) {
                pipeline.send(
                        "new" + i, "glacier", NOON.plus(Duration.ofDays(30)).plusSeconds(i));
            }

            assertThat(kept).isEqualTo(150);
            assertThat(pipeline.driver
                            .<String, Object>getKeyValueStore(Names.ARTICLES)
                            .get("old149"))
                    .isNull();
            assertThat(pipeline.driver
                            .<String, Object>getKeyValueStore(Names.GATHERING)
                            .get("old149"))
                    .isNull();
            assertThat(pipeline.size(Names.ARTICLES)).isEqualTo(250);
            assertThat(pipeline.size(Names.RING_AGES))
                    .isEqualTo(
                            asked(pipeline).values().stream().mapToInt(it -> it).sum());
            assertThat(pipeline.size(Names.RING)).isEqualTo(members(pipeline, 100));
        }
    }

    @Test
    void whatEventTimeHasPassedStaysUntilEnoughHasCome() {
        try (Pipeline pipeline = new Pipeline(stateDir)) {
            pipeline.send("old", "harbour quarrel settled", NOON);
            pipeline.send("new", "glacier retreats", NOON.plus(Duration.ofDays(600)));

            pipeline.send("late", "harbour quarrel settled at last", NOON.plusSeconds(60));

            assertThat(pipeline.related("late")).containsExactly("old");
        }
    }

    @Test
    void aHardMaximumHoldsWhateverTheTime() {
        Limits limits = new Limits(Duration.ofDays(7), 100, 20_000, 50, 60, Duration.ofSeconds(30));
        try (Pipeline pipeline = new Pipeline(stateDir, limits, ANALYST, new LogisticScorer(PairModel.shipped()))) {
            for (int i = 0; i < 150; i++) {
                pipeline.send("a" + i, "harbour quarrel of town " + i, NOON);
            }

            assertThat(pipeline.size(Names.ARTICLES)).isEqualTo(50);
            assertThat(pipeline.size(Names.GATHERING)).isEqualTo(50);
            assertThat(pipeline.size(Names.RING)).isLessThanOrEqualTo(60);
            assertThat(pipeline.size(Names.WAITING)).isZero();
        }
    }

    @Test
    void aRingHoldsTheNewestAroundAnInstantOnly() {
        Limits limits = new Limits(Duration.ofDays(7), 20, 20_000, 500_000, 1_000_000, Duration.ofSeconds(30));
        try (Pipeline pipeline = new Pipeline(stateDir, limits, ANALYST, new LogisticScorer(PairModel.shipped()))) {
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, 200).boxed().toList());
            Collections.shuffle(order, new Random(3));
            order.forEach(i -> pipeline.send("a" + i, "glacier", NOON.plusSeconds(i)));

            assertThat(pipeline.size(Names.RING)).isEqualTo(members(pipeline, 20));
        }
    }

    @Test
    void headlinesThatAreAllAlikeDoNotMakeEndlessRevisions() {
        try (Pipeline pipeline = new Pipeline(stateDir)) {
            for (int i = 0; i < 1_000; i++) {
                pipeline.send("a%04d".formatted(i), "Harbour quarrel drags on in Zao", NOON.plusSeconds(i));
            }

            assertThat(pipeline.publishedCount()).isLessThan(3 * 1_000);
            assertThat(pipeline.size(Names.RING)).isEqualTo(members(pipeline, 100));
        }
    }

    @Test
    void norDoTheyWhenTheLatestComesFirst() {
        try (Pipeline pipeline = new Pipeline(stateDir)) {
            for (int i = 1_000; i > 0; i--) {
                pipeline.send("a%04d".formatted(i), "Harbour quarrel drags on in Zao", NOON.plusSeconds(i));
            }

            // Each tells ten neighbours at most at a ring, and the words become hot: there are rings of before, between
            // and behind.
            assertThat(pipeline.publishedCount()).isLessThan(31 * 1_000);
        }
    }

    @Test
    void newsOfTwentyMonthsInAnyOrderFindTheirRelatives() {
        try (Pipeline pipeline = new Pipeline(stateDir)) {
            Random random = new Random(20);
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, 600).boxed().toList());
            Collections.shuffle(order, random);
            for (int i : order) {
                Instant event = NOON.minus(Duration.ofDays(i / 2 * 2L));
                pipeline.send(
                        "a" + i, "Harbour quarrel drags on in Zao " + (char) ('a' + i % 2), event.plusSeconds(i % 2));
            }

            assertThat(order)
                    .allSatisfy(i -> assertThat(pipeline.related("a" + i)).contains("a" + (i ^ 1)));
        }
    }

    @Test
    void everyStoreIsChecked() {
        try (Pipeline pipeline = new Pipeline(stateDir)) {
            assertThat(pipeline.driver.getAllStateStores().keySet()).containsExactlyInAnyOrderElementsOf(STORES);
        }
    }

    /** How many articles asked each ring. */
    private static Map<String, Integer> asked(Pipeline pipeline) {
        Map<String, Integer> asked = new HashMap<>();
        try (KeyValueIterator<String, Gathering> all = pipeline.driver
                .<String, Gathering>getKeyValueStore(Names.GATHERING)
                .all()) {
            all.forEachRemaining(it -> it.value.getBlockKeys().forEach(key -> asked.merge(key, 1, Integer::sum)));
        }
        return asked;
    }

    private static int members(Pipeline pipeline, int ringSize) {
        return asked(pipeline).values().stream()
                .mapToInt(count -> Math.min(count, ringSize))
                .sum();
    }
}
