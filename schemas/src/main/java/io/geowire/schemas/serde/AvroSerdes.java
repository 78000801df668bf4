package io.geowire.schemas.serde;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Utils;

/** Makes the serdes that the configuration asks for. */
public final class AvroSerdes {
    /** Class of another serde to use instead of {@link AvroSerde}. It is given the same configuration. */
    public static final String SERDE_CLASS = "avro.serde.class";

    private AvroSerdes() {}

    /**
     * A serde for record values, configured.
     *
     * @param type generated class that is read and written
     * @throws ConfigException if a key is missing or invalid
     */
    public static <T extends SpecificRecord> Serde<T> value(Class<T> type, Map<String, ?> config) {
        Serde<T> serde = create(type, config);
        Map<String, Object> settings = new HashMap<>(config);
        // Other serdes read generic records unless told so.
        settings.putIfAbsent(SerdeConfig.SPECIFIC_READER, "true");
        settings.putIfAbsent(SerdeConfig.VALUE_TYPE, type.getName());
        serde.configure(settings, false);
        return serde;
    }

    @SuppressWarnings("unchecked") // What another class reads is in the hands of who configures it.
    private static <T extends SpecificRecord> Serde<T> create(Class<T> type, Map<String, ?> config) {
        Object name = config.get(SERDE_CLASS);
        if (name == null
                || AvroSerde.class.equals(name)
                || AvroSerde.class.getName().equals(name)) {
            return new AvroSerde<>(type);
        }
        try {
            return name instanceof Class<?> serde
                    ? (Serde<T>) serde.asSubclass(Serde.class)
                            .getDeclaredConstructor()
                            .newInstance()
                    : (Serde<T>) Utils.newInstance(name.toString(), Serde.class);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new ConfigException(
                    SERDE_CLASS,
                    name,
                    "must be a Serde with a public constructor without arguments: " + e.getMessage());
        }
    }
}
