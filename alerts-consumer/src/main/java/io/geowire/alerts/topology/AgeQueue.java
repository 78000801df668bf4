package io.geowire.alerts.topology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The keys of another store in order of arrival, to let the oldest go as {@link Limits} say. The store holds, by sequence
 * number, event time and key. A few at most leave when one comes, so that no record pays for a sweep.
 */
final class AgeQueue {
    private static final int MOST_AT_A_TIME = 4;

    private final KeyValueStore<Long, byte[]> store;
    private final Limits limits;
    private long head;
    private long tail;

    AgeQueue(KeyValueStore<Long, byte[]> store, Limits limits) {
        this.store = store;
        this.limits = limits;
        try (KeyValueIterator<Long, byte[]> oldest = store.range(0L, Long.MAX_VALUE)) {
            head = oldest.hasNext() ? oldest.next().key : 0;
        }
        try (KeyValueIterator<Long, byte[]> newest = store.reverseRange(0L, Long.MAX_VALUE)) {
            tail = newest.hasNext() ? newest.next().key + 1 : 0;
        }
    }

    /** Adds a key that is of an event time, in milliseconds. */
    void add(long eventTime, String key) {
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        store.put(
                tail++,
                ByteBuffer.allocate(Long.BYTES + text.length)
                        .putLong(eventTime)
                        .put(text)
                        .array());
    }

    /**
     * Lets old keys go.
     *
     * @param now event time of the task, in milliseconds
     * @param expired is given each key that goes
     */
    void expire(long now, Consumer<String> expired) {
        for (int i = 0; i < MOST_AT_A_TIME && head < tail; i++) {
            byte[] entry = store.get(head);
            if (entry != null) {
                if (!isDue(ByteBuffer.wrap(entry).getLong(), now)) {
                    return;
                }
                expired.accept(new String(entry, Long.BYTES, entry.length - Long.BYTES, StandardCharsets.UTF_8));
                store.delete(head);
            }
            head++;
        }
    }

    private boolean isDue(long eventTime, long now) {
        long later = tail - head - 1;
        return later >= limits.max()
                || later >= limits.slack() && now - limits.retention().toMillis() > eventTime;
    }
}
