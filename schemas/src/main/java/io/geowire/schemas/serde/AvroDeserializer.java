package io.geowire.schemas.serde;

import io.geowire.schemas.registry.BoundedCache;
import io.geowire.schemas.registry.RegistryClient;
import io.geowire.schemas.registry.RegistryClients;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads Avro records in Confluent's wire format into generated classes, whatever version of the schema they were written
 * with: the writer's schema comes from the registry, the reader's is the class's own. Once configured, many threads may
 * share it.
 *
 * @param <T> type of the records
 */
public final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {
    private static final int READERS = 1_000;

    private final BoundedCache<Integer, DatumReader<T>> readers = new BoundedCache<>(READERS);
    private @Nullable Class<T> type;
    private @Nullable RegistryClient registry;

    /** For Kafka, which makes it by its name; {@code specific.avro.value.type} then says what is read. */
    public AvroDeserializer() {}

    /** @param type generated class that is read */
    public AvroDeserializer(Class<T> type) {
        this.type = type;
    }

    /** @throws org.apache.kafka.common.config.ConfigException if a key is missing or invalid */
    @Override
    @SuppressWarnings("unchecked") // Who makes it by name declares T to be the class of the configuration.
    public void configure(Map<String, ?> config, boolean isKey) {
        SerdeConfig settings = new SerdeConfig(config);
        if (type == null) {
            type = (Class<T>) settings.type(isKey);
        }
        registry = RegistryClients.of(config);
    }

    /**
     * Reads a record.
     *
     * @return null for null
     * @throws MalformedRecordException if these bytes are no such record
     * @throws io.geowire.schemas.registry.RegistryUnavailableException if the registry does not answer
     * @throws io.geowire.schemas.registry.RegistryException if the registry refuses, which is not the record's fault
     */
    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        int id = WireFormat.schemaId(bytes);
        DatumReader<T> reader = readers.get(id, this::reader);
        try {
            BoundedDecoder decoder = new BoundedDecoder(bytes, WireFormat.HEAD_LENGTH);
            T value = reader.read(null, decoder);
            int left = decoder.remaining();
            if (left > 0) {
                throw new IOException(left + " bytes are left behind it");
            }
            return value;
        } catch (IOException | RuntimeException e) {
            throw new MalformedRecordException(
                    "record written with schema " + id + " cannot be read from topic '" + topic + "': "
                            + e.getMessage(),
                    e);
        }
    }

    private DatumReader<T> reader(int id) {
        if (registry == null || type == null) {
            throw new IllegalStateException("deserializer is not configured");
        }
        SpecificData data = SpecificData.getForClass(type);
        return new SpecificDatumReader<>(WriterSchemas.byId(registry, id), data.getSchema(type), data);
    }
}
