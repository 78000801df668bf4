package io.geowire.service.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgeQueueTest {
    private static final Instant NOON = Instant.parse("2026-02-06T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final int NO_SLACK = 0;
    private static final int PLENTY = 1_000;

    @TempDir
    static Path folder;

    private final KeyValueStore<Long, byte[]> store = store();
    private final List<String> gone = new ArrayList<>();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keyLeavesWhenEventTimeHasPassedItByTheRetention() {
        AgeQueue queue = new AgeQueue(store, DAY, NO_SLACK, PLENTY);
        add(queue, "a", NOON);
        add(queue, "b", NOON.plus(DAY));
        assertThat(gone).isEmpty();

        add(queue, "c", NOON.plus(DAY).plusMillis(1));
        assertThat(gone).containsExactly("a");
    }

    @Test
    void oldKeyStaysUntilEnoughLaterOnesHaveCome() {
        AgeQueue queue = new AgeQueue(store, DAY, 2, PLENTY);
        add(queue, "january", NOON);
        add(queue, "june", NOON.plus(Duration.ofDays(150)));
        assertThat(gone).isEmpty();

        add(queue, "january again", NOON);
        assertThat(gone).containsExactly("january");
    }

    @Test
    void keyLeavesWhateverItsAgeWhenThereAreTooMany() {
        AgeQueue queue = new AgeQueue(store, DAY, NO_SLACK, 2);
        for (String key : List.of("a", "b", "c", "d")) {
            add(queue, key, NOON);
        }
        assertThat(gone).containsExactly("a", "b");
    }

    @Test
    void goesOnWhereItWasAfterARestart() {
        add(new AgeQueue(store, DAY, NO_SLACK, PLENTY), "a", NOON);
        add(new AgeQueue(store, DAY, NO_SLACK, PLENTY), "b", NOON.plus(Duration.ofDays(3)));
        assertThat(gone).containsExactly("a");

        add(new AgeQueue(store, DAY, NO_SLACK, PLENTY), "late", NOON);
        add(new AgeQueue(store, DAY, NO_SLACK, PLENTY), "c", NOON.plus(Duration.ofDays(3)));
        assertThat(gone).containsExactly("a");
        assertThat(store.approximateNumEntries()).isEqualTo(3);
    }

    private void add(AgeQueue queue, String key, Instant time) {
        queue.add(time, key.getBytes(StandardCharsets.UTF_8));
        queue.expire((of, expired) -> gone.add(new String(expired, StandardCharsets.UTF_8)));
    }

    private static KeyValueStore<Long, byte[]> store() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>(
                properties, new org.apache.kafka.streams.processor.TaskId(0, 0), folder.toFile());
        KeyValueStore<Long, byte[]> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore("ages"), Serdes.Long(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        return store;
    }
}
