package io.geowire.service.streams;

import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.jspecify.annotations.Nullable;

/**
 * Takes event time from the value. Never later than the arrival of the record: it becomes the timestamp of internal records, and a
 * broker refuses those from the future. Never negative: Streams would drop the record.
 */
public final class EventTimeExtractor implements TimestampExtractor {
    private final Function<Object, @Nullable Instant> eventTime;

    /** @param eventTime of a value; null if it has none, which then is its arrival */
    public EventTimeExtractor(Function<Object, @Nullable Instant> eventTime) {
        this.eventTime = eventTime;
    }

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        long arrival = Math.max(0, record.timestamp());
        Instant time = eventTime.apply(record.value());
        return time == null ? arrival : Math.max(0, Math.min(time.toEpochMilli(), arrival));
    }
}
