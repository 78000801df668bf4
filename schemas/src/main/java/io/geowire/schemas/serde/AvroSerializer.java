package io.geowire.schemas.serde;

import io.geowire.schemas.Contracts;
import io.geowire.schemas.registry.BoundedCache;
import io.geowire.schemas.registry.RegisteredSchema;
import io.geowire.schemas.registry.RegistryClient;
import io.geowire.schemas.registry.RegistryClients;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes generated Avro records in Confluent's wire format. The subject is the topic and {@code -value} or {@code -key}.
 * Once configured, many threads may share it.
 *
 * @param <T> type of the records
 */
public final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {
    private static final int TARGETS = 1_000;
    private static final int INITIAL_SIZE = 512;

    private final BoundedCache<Source, Target> targets = new BoundedCache<>(TARGETS);
    private @Nullable RegistryClient registry;
    private @Nullable SerdeConfig settings;
    private boolean isKey;

    private record Source(String topic, Class<? extends SpecificRecord> type, Schema schema) {}

    private record Target(int id, RecordEncoding encoding) {}

    /** @throws org.apache.kafka.common.config.ConfigException if a key is missing or invalid */
    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        this.isKey = isKey;
        settings = new SerdeConfig(config);
        registry = RegistryClients.of(config);
    }

    /**
     * Writes a record.
     *
     * @return null for null
     * @throws MalformedRecordException if the record's values do not fit its schema
     * @throws io.geowire.schemas.registry.RegistryUnavailableException if the registry does not answer
     * @throws io.geowire.schemas.registry.RegistryException if the registry refuses the schema
     * @throws IncompatibleSchemaException if the latest schema is to be used and is not compatible
     */
    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        if (value == null) {
            return null;
        }
        Target target = targets.get(new Source(topic, value.getClass(), value.getSchema()), this::target);
        ByteArrayOutputStream out = new ByteArrayOutputStream(INITIAL_SIZE);
        out.writeBytes(WireFormat.head(target.id()));
        try {
            target.encoding().write(value, out);
        } catch (IOException | RuntimeException e) {
            throw new MalformedRecordException(
                    value.getSchema().getFullName() + " for topic '" + topic + "' cannot be written: " + e.getMessage(),
                    e);
        }
        return out.toByteArray();
    }

    private Target target(Source source) {
        if (registry == null || settings == null) {
            throw new IllegalStateException("serializer is not configured");
        }
        String subject = source.topic() + (isKey ? "-key" : "-value");
        Schema schema = Contracts.published(source.schema());
        RecordEncoding own = RecordEncoding.own(source.type(), source.schema());
        if (settings.autoRegister()) {
            return new Target(registry.register(subject, schema), own);
        }
        if (!settings.useLatest()) {
            return new Target(registry.idOf(subject, schema), own);
        }
        RegisteredSchema latest = registry.latest(subject);
        if (Contracts.published(latest.schema()).equals(schema)) {
            return new Target(latest.id(), own);
        }
        if (settings.latestStrict()) {
            requireReadable(subject, schema, latest);
        }
        return new Target(latest.id(), RecordEncoding.converted(own, schema, latest.schema()));
    }

    private static void requireReadable(String subject, Schema schema, RegisteredSchema latest) {
        SchemaCompatibility.SchemaPairCompatibility result =
                SchemaCompatibility.checkReaderWriterCompatibility(latest.schema(), schema);
        if (result.getType() != SchemaCompatibilityType.COMPATIBLE) {
            throw new IncompatibleSchemaException("the latest schema " + latest.id() + " of subject '" + subject
                    + "' cannot read " + schema.getFullName() + " as this application writes it: "
                    + result.getResult().getIncompatibilities());
        }
    }
}
