package io.geowire.standalone.pipeline;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Of each key of a topic, its newest record. */
public final class NewestRecords {
    private NewestRecords() {}

    private record Place(int partition, long offset) {}

    /**
     * Hands over the newest record of each key that the topic holds at this moment. It is read twice, first for the places of those
     * records and then for the records, so that memory grows with the number of keys and not with the length of the values.
     *
     * @param clients what Kafka clients are configured with
     */
    public static void read(Map<String, Object> clients, String topic, Consumer<ConsumerRecord<String, byte[]>> sink) {
        Map<String, Place> newest = new HashMap<>();
        each(clients, topic, record -> newest.put(record.key(), new Place(record.partition(), record.offset())));
        each(clients, topic, record -> {
            Place place = newest.get(record.key());
            // Compaction may have taken the record meanwhile, for a newer one.
            if (place != null && place.partition() == record.partition() && place.offset() <= record.offset()) {
                newest.remove(record.key());
                sink.accept(record);
            }
        });
    }

    private static void each(Map<String, Object> clients, String topic, Consumer<ConsumerRecord<String, byte[]>> sink) {
        try (TopicTail<byte[]> tail = TopicTail.fromBeginning(clients, topic, new ByteArrayDeserializer())) {
            tail.catchUp(sink);
        }
    }
}
