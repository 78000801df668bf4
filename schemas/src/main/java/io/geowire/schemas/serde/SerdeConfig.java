package io.geowire.schemas.serde;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** How records are written and read, by Confluent's keys. Keys that are not known are left to others. */
final class SerdeConfig extends AbstractConfig {
    static final String AUTO_REGISTER = "auto.register.schemas";
    static final String USE_LATEST = "use.latest.version";
    static final String LATEST_STRICT = "latest.compatibility.strict";
    static final String KEY_STRATEGY = "key.subject.name.strategy";
    static final String VALUE_STRATEGY = "value.subject.name.strategy";
    static final String SPECIFIC_READER = "specific.avro.reader";
    static final String KEY_TYPE = "specific.avro.key.type";
    static final String VALUE_TYPE = "specific.avro.value.type";

    private static final String TOPIC_NAME_STRATEGY = "io.confluent.kafka.serializers.subject.TopicNameStrategy";

    static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    AUTO_REGISTER,
                    Type.BOOLEAN,
                    true,
                    MEDIUM,
                    "Whether a schema that the registry does not have is registered. If not, it must be there.")
            .define(
                    USE_LATEST,
                    Type.BOOLEAN,
                    false,
                    MEDIUM,
                    "Whether records are written with the subject's latest schema instead of the application's own."
                            + " Needs `auto.register.schemas=false`. The latest schema is asked for once.")
            .define(
                    LATEST_STRICT,
                    Type.BOOLEAN,
                    true,
                    LOW,
                    "Whether the latest schema must be able to read what is written with the application's own.")
            .define(
                    KEY_STRATEGY,
                    Type.STRING,
                    TOPIC_NAME_STRATEGY,
                    ValidString.in(TOPIC_NAME_STRATEGY),
                    LOW,
                    "Subject of a key's schema: always the topic and `-key`.")
            .define(
                    VALUE_STRATEGY,
                    Type.STRING,
                    TOPIC_NAME_STRATEGY,
                    ValidString.in(TOPIC_NAME_STRATEGY),
                    LOW,
                    "Subject of a value's schema: always the topic and `-value`.")
            .define(
                    SPECIFIC_READER,
                    Type.BOOLEAN,
                    true,
                    ConfigDef.LambdaValidator.with(SerdeConfig::requireTrue, () -> "[true]"),
                    LOW,
                    "Whether generated classes are read: always.")
            .define(
                    KEY_TYPE,
                    Type.CLASS,
                    null,
                    LOW,
                    "Generated class of the key, for an `AvroDeserializer` made by name.")
            .define(
                    VALUE_TYPE,
                    Type.CLASS,
                    null,
                    LOW,
                    "Generated class of the value, for an `AvroDeserializer` made by name.");

    SerdeConfig(Map<String, ?> config) {
        super(DEFINITION, strategiesByName(config), false);
        if (useLatest() && autoRegister()) {
            throw new ConfigException(USE_LATEST, true, "needs " + AUTO_REGISTER + "=false");
        }
    }

    boolean autoRegister() {
        return getBoolean(AUTO_REGISTER);
    }

    boolean useLatest() {
        return getBoolean(USE_LATEST);
    }

    boolean latestStrict() {
        return getBoolean(LATEST_STRICT);
    }

    /** The generated class that is to be read. */
    Class<? extends SpecificRecord> type(boolean isKey) {
        String key = isKey ? KEY_TYPE : VALUE_TYPE;
        @Nullable Class<?> type = getClass(key);
        if (type == null || !SpecificRecord.class.isAssignableFrom(type)) {
            throw new ConfigException(key, type, "must be the generated class of the records to be read");
        }
        return type.asSubclass(SpecificRecord.class);
    }

    /** Confluent's default is a class; here its name is enough, so that it need not be on the class path. */
    private static Map<String, Object> strategiesByName(Map<String, ?> config) {
        Map<String, Object> settings = new HashMap<>(config);
        for (String key : new String[] {KEY_STRATEGY, VALUE_STRATEGY}) {
            settings.computeIfPresent(key, (k, value) -> value instanceof Class<?> type ? type.getName() : value);
        }
        return settings;
    }

    private static void requireTrue(String key, Object value) {
        if (!Boolean.TRUE.equals(value)) {
            throw new ConfigException(key, value, "must be true");
        }
    }
}
