package io.geowire.schemas.serde;

import io.geowire.schemas.registry.RegistryClient;
import io.geowire.schemas.registry.RegistryClients;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes generated Avro records in Confluent's wire format. */
public final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {
    private final Map<Target, Integer> ids = new ConcurrentHashMap<>();
    private @Nullable RegistryClient registry;
    private boolean isKey;

    private record Target(String topic, Schema schema) {}

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        this.isKey = isKey;
        registry = RegistryClients.of(config);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T data) {
        if (data == null) {
            return null;
        }
        Schema schema = data.getSchema();
        int id = ids.computeIfAbsent(new Target(topic, schema), this::register);
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream(512);
            out.write(WireFormat.head(id));
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            new SpecificDatumWriter<T>(schema, SpecificData.getForClass(data.getClass())).write(data, encoder);
            encoder.flush();
            return out.toByteArray();
        } catch (IOException | RuntimeException e) {
            throw new MalformedRecordException(schema.getFullName() + " cannot be written: " + e.getMessage(), e);
        }
    }

    private int register(Target target) {
        String subject = target.topic() + (isKey ? "-key" : "-value");
        return Objects.requireNonNull(registry, "configure first")
                .register(subject, Contracts.published(target.schema()));
    }
}
