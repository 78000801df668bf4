package io.geowire.schemas.serde;

import io.geowire.schemas.registry.RegistryClient;
import io.geowire.schemas.registry.RegistryClients;
import io.geowire.schemas.registry.RegistryException;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads generated Avro records in Confluent's wire format, whatever version of their schema they were written with. */
public final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {
    private final Map<Integer, DatumReader<T>> readers = new ConcurrentHashMap<>();
    private final Class<T> type;
    private @Nullable RegistryClient registry;

    /** @param type generated class that is read */
    public AvroDeserializer(Class<T> type) {
        this.type = type;
    }

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        registry = RegistryClients.of(config);
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        int id = WireFormat.schemaId(bytes);
        DatumReader<T> reader = readers.computeIfAbsent(id, this::reader);
        try {
            BoundedDecoder decoder = new BoundedDecoder(bytes, WireFormat.HEAD_LENGTH);
            T value = reader.read(null, decoder);
            if (decoder.remaining() > 0) {
                throw new MalformedRecordException(decoder.remaining() + " bytes are left behind the record");
            }
            return value;
        } catch (MalformedRecordException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new MalformedRecordException(
                    type.getName() + " written with schema " + id + " cannot be read: " + e.getMessage(), e);
        }
    }

    private DatumReader<T> reader(int id) {
        try {
            SpecificData data = SpecificData.getForClass(type);
            return new SpecificDatumReader<>(
                    Objects.requireNonNull(registry, "configure first").schemaById(id), data.getSchema(type), data);
        } catch (RegistryException e) {
            if (e.errorCode() == RegistryException.SCHEMA_NOT_FOUND) {
                throw new MalformedRecordException("the registry does not know schema " + id, e);
            }
            throw e;
        }
    }
}
