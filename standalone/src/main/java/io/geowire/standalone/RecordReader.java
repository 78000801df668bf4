package io.geowire.standalone;

import io.geowire.schemas.serde.AvroSerdes;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads records of a topic that others may write to, too: of one that cannot be read it says where it stands, and goes on.
 *
 * @param <T> what the values are
 */
final class RecordReader<T extends SpecificRecord> {
    private final Deserializer<T> values;
    private final Progress progress;

    /** @param clients what Kafka clients and the registry client are configured with */
    RecordReader(Class<T> type, Map<String, Object> clients, Progress progress) {
        this.values = AvroSerdes.value(type, clients).deserializer();
        this.progress = progress;
    }

    /**
     * The value of a record; empty if it cannot be read, or is there to remove an earlier one.
     *
     * @throws org.apache.kafka.common.KafkaException if the registry does not answer or refuses
     */
    Optional<T> read(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.ofNullable(values.deserialize(record.topic(), record.value()));
        } catch (SerializationException e) {
            progress.say("%s, partition %d, offset %d: cannot be read: %s"
                    .formatted(record.topic(), record.partition(), record.offset(), e.getMessage()));
            return Optional.empty();
        }
    }
}
