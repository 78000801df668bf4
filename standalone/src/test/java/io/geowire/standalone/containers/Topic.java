package io.geowire.standalone.containers;

import io.geowire.schemas.serde.AvroSerdes;
import io.geowire.standalone.pipeline.TopicTail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What a topic holds, read from this machine. */
final class Topic {
    private Topic() {}

    /** Keys of the records. */
    static Set<String> keys(Map<String, Object> clients, String topic) {
        Set<String> keys = new HashSet<>();
        try (TopicTail<byte[]> tail = TopicTail.fromBeginning(clients, topic, new ByteArrayDeserializer())) {
            tail.catchUp(record -> keys.add(record.key()));
        }
        return keys;
    }

    /** All records of each key, in their order. */
    static <T extends SpecificRecord> Map<String, List<T>> records(
            Map<String, Object> clients, String topic, Class<T> type) {
        Map<String, List<T>> records = new HashMap<>();
        try (TopicTail<T> tail = TopicTail.fromBeginning(
                clients, topic, AvroSerdes.value(type, clients).deserializer())) {
            tail.catchUp(record -> records.computeIfAbsent(record.key(), key -> new ArrayList<>())
                    .add(record.value()));
        }
        return records;
    }
}
