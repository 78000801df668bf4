package io.geowire.enrichment.topology;

import static io.geowire.enrichment.topology.Pipeline.ANALYST;
import static io.geowire.enrichment.topology.Pipeline.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.enrichment.related.StreamShares;
import io.geowire.enrichment.state.Count;
import io.geowire.enrichment.state.Gathering;
import io.geowire.events.Article;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name that many articles bear of late is no block key of its own, whatever the table says. */
class CountedSharesTest {
    private static final int MANY = 140;

    @TempDir
    Path stateDir;

    private Pipeline pipeline;

    @BeforeEach
    void start() {
        pipeline = new Pipeline(stateDir);
    }

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void aNameOnTheRiseIsUsedAloneThenInBothWaysThenInPairsOnly() {
        List<String> first = send("first", "Vostrikova government");
        sendMany(20);
        List<String> between = send("between", "Vostrikova government");
        sendMany(MANY);
        List<String> last = send("last", "Vostrikova government");

        assertThat(first).contains("t:vostrikova").noneMatch(CountedSharesTest::isPair);
        assertThat(between).contains("t:vostrikova").anyMatch(CountedSharesTest::isPair);
        assertThat(last).doesNotContain("t:vostrikova").anyMatch(CountedSharesTest::isPair);
    }

    @Test
    void anotherVersionLeavesTheRingsThatTheFirstReallyAsked() {
        send("a", "Vostrikova government falls");
        sendMany(MANY);
        List<String> now = send("a", "Vostrikova government falls at last");

        assertThat(now).doesNotContain("t:vostrikova");
        assertThat(ringsOf("a")).containsExactlyInAnyOrderElementsOf(now);
    }

    @Test
    void theStoreHoldsWhatWasCounted() {
        Map<String, StreamShares.Count> counted = new HashMap<>();
        StreamShares shares = new StreamShares(ANALYST.fingerprinter().background());
        for (int i = 0; i < MANY; i++) {
            Article article = Pipeline.article("a" + i % 100, "Vostrikova visits town w" + i, NOON.plusSeconds(i));
            if (i < 100) {
                shares.count(ANALYST.analyse(article, shares).profile(), counted::put);
            }
            pipeline.send(article);
        }

        Map<String, StreamShares.Count> kept = new HashMap<>();
        try (KeyValueIterator<String, Count> all =
                pipeline.driver.<String, Count>getKeyValueStore(Names.SHARES).all()) {
            all.forEachRemaining(
                    it -> kept.put(it.key, new StreamShares.Count(it.value.getCount(), it.value.getItem())));
        }
        assertThat(kept).isEqualTo(counted).containsKey("vostrikova");
    }

    /** Sends an article, the newest so far, and returns the keys that it asked. */
    private List<String> send(String id, String title) {
        pipeline.send(id, title, NOON.plusSeconds(3_600));
        return pipeline.driver
                .<String, Gathering>getKeyValueStore(Names.GATHERING)
                .get(id)
                .getBlockKeys();
    }

    private void sendMany(int count) {
        for (int i = 0; i < count; i++) {
            pipeline.send("many" + count + i, "Vostrikova word" + count + "x" + i, NOON.plusSeconds(i));
        }
    }

    private List<String> ringsOf(String id) {
        byte[] end = id.getBytes(StandardCharsets.UTF_8);
        List<String> rings = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all =
                pipeline.driver.<Bytes, byte[]>getKeyValueStore(Names.RING).all()) {
            all.forEachRemaining(it -> {
                byte[] key = it.key.get();
                int ring = key.length - end.length - Long.BYTES - 1;
                if (new String(key, key.length - end.length, end.length, StandardCharsets.UTF_8).equals(id)
                        && key[ring] == 0) {
                    rings.add(new String(key, 0, ring, StandardCharsets.UTF_8));
                }
            });
        }
        return rings;
    }

    private static boolean isPair(String key) {
        return key.contains("t:vostrikova") && key.contains("+");
    }
}
