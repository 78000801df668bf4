package io.geowire.alerts.topology;

import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What is kept by key, wherever it is kept.
 *
 * @param <V> what the values are
 */
interface Table<V> {
    @Nullable
    V get(String key);

    void put(String key, V value);

    /** @return what was there */
    @Nullable
    V delete(String key);

    /** A store of Kafka Streams. */
    static <V> Table<V> inStore(KeyValueStore<String, V> store) {
        return new Table<>() {
            @Override
            public @Nullable V get(String key) {
                return store.get(key);
            }

            @Override
            public void put(String key, V value) {
                store.put(key, value);
            }

            @Override
            public @Nullable V delete(String key) {
                return store.delete(key);
            }
        };
    }

    /** A map. */
    static <V> Table<V> inMemory(Map<String, V> map) {
        return new Table<>() {
            @Override
            public @Nullable V get(String key) {
                return map.get(key);
            }

            @Override
            public void put(String key, V value) {
                map.put(key, value);
            }

            @Override
            public @Nullable V delete(String key) {
                return map.remove(key);
            }
        };
    }
}
