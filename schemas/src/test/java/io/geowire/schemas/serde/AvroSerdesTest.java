package io.geowire.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.events.TextSpan;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvroSerdesTest {
    private final Map<String, Object> config = new HashMap<>(Map.of("schema.registry.url", "mock://serdes"));

    /** Stands for a serde of another house. */
    public static final class OtherSerde extends Serdes.WrapperSerde<TextSpan> {
        Map<String, Object> config = Map.of();
        boolean isKey = true;

        public OtherSerde() {
            super(new AvroSerializer<>(), new AvroDeserializer<>(TextSpan.class));
        }

        @Override
        public void configure(Map<String, ?> config, boolean isKey) {
            this.config = Map.copyOf(config);
            this.isKey = isKey;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anotherSerdeCanBePutIn(boolean byName) {
        config.put("avro.serde.class", byName ? OtherSerde.class.getName() : OtherSerde.class);

        Serde<TextSpan> serde = AvroSerdes.value(TextSpan.class, config);

        assertThat(serde).isInstanceOfSatisfying(OtherSerde.class, other -> {
            assertThat(other.isKey).isFalse();
            assertThat(other.config)
                    .containsEntry("schema.registry.url", "mock://serdes")
                    .containsEntry("specific.avro.reader", "true")
                    .containsEntry("specific.avro.value.type", TextSpan.class.getName());
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theOwnSerdeCanBeNamed(boolean byName) {
        config.put("avro.serde.class", byName ? AvroSerde.class.getName() : AvroSerde.class);

        assertThat(AvroSerdes.value(TextSpan.class, config)).isInstanceOf(AvroSerde.class);
    }

    @Test
    void aClassThatIsNotThereIsRefused() {
        assertRefused("io.confluent.kafka.streams.serdes.avro.SpecificAvroSerde");
    }

    @Test
    void aClassThatIsNoSerdeIsRefused() {
        assertRefused("java.lang.String");
        assertRefused(String.class);
    }

    @Test
    void aClassWithoutSuchConstructorIsRefused() {
        assertRefused(Serdes.WrapperSerde.class);
    }

    private void assertRefused(Object serde) {
        config.put("avro.serde.class", serde);

        assertThatThrownBy(() -> AvroSerdes.value(TextSpan.class, config))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("avro.serde.class")
                .hasMessageContaining(serde instanceof Class<?> type ? type.getName() : serde.toString())
                .hasMessageContaining("must be a Serde");
    }
}
