package io.geowire.service.streams;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The keys of another store in order of arrival, to let the oldest go. A key leaves when event time has passed it by the
 * retention and enough later keys have come: partitions progress at different speed, so event time alone would drop what another
 * partition still needs. It leaves in any case when there are too many.
 *
 * <p>The store holds, by sequence number: event time, highest event time so far, key. A few keys at most leave at a time, so that
 * no record pays for a sweep.
 */
public final class AgeQueue {
    private static final int MOST_AT_A_TIME = 4;

    private final KeyValueStore<Long, byte[]> store;
    private final long retentionMs;
    private final int slack;
    private final int max;
    private long head;
    private long tail;
    private long highest = Long.MIN_VALUE;

    /**
     * Goes on where the store was left.
     *
     * @param retention in event time
     * @param slack how many later keys must have come before a key leaves for its age
     * @param max how many later keys make a key leave whatever its age
     */
    public AgeQueue(KeyValueStore<Long, byte[]> store, Duration retention, int slack, int max) {
        this.store = store;
        this.retentionMs = retention.toMillis();
        this.slack = slack;
        this.max = max;
        try (KeyValueIterator<Long, byte[]> oldest = store.range(0L, Long.MAX_VALUE)) {
            head = oldest.hasNext() ? oldest.next().key : 0;
        }
        try (KeyValueIterator<Long, byte[]> newest = store.reverseRange(0L, Long.MAX_VALUE)) {
            if (newest.hasNext()) {
                KeyValue<Long, byte[]> last = newest.next();
                tail = last.key + 1;
                highest = Entry.of(last.value).highest;
            }
        }
    }

    /** Adds a key that is of an event time. */
    public void add(Instant eventTime, byte[] key) {
        highest = Math.max(highest, eventTime.toEpochMilli());
        store.put(tail++, new Entry(eventTime.toEpochMilli(), highest, key).toBytes());
    }

    /**
     * Lets a few old keys go.
     *
     * @param expired is given event time and key of each that goes
     */
    public void expire(BiConsumer<Instant, byte[]> expired) {
        for (int i = 0; i < MOST_AT_A_TIME && head < tail; i++) {
            byte[] bytes = store.get(head);
            if (bytes != null) {
                Entry oldest = Entry.of(bytes);
                if (!isDue(oldest)) {
                    return;
                }
                expired.accept(Instant.ofEpochMilli(oldest.eventTime), oldest.key);
                store.delete(head);
            }
            head++;
        }
    }

    private boolean isDue(Entry oldest) {
        long later = tail - head - 1;
        return later >= max || (later >= slack && highest - retentionMs > oldest.eventTime);
    }

    private record Entry(long eventTime, long highest, byte[] key) {
        static Entry of(byte[] bytes) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            Entry entry = new Entry(buffer.getLong(), buffer.getLong(), new byte[buffer.remaining()]);
            buffer.get(entry.key);
            return entry;
        }

        byte[] toBytes() {
            return ByteBuffer.allocate(2 * Long.BYTES + key.length)
                    .putLong(eventTime)
                    .putLong(highest)
                    .put(key)
                    .array();
        }
    }
}
