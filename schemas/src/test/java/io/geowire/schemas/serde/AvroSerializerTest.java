package io.geowire.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.events.TextField;
import io.geowire.events.TextSpan;
import io.geowire.schemas.Contracts;
import io.geowire.schemas.registry.MockRegistry;
import io.geowire.schemas.registry.RegistryException;
import io.geowire.schemas.registry.RegistryUnavailableException;
import io.geowire.schemas.registry.StubRegistry;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvroSerializerTest {
    private static final TextSpan SPAN = new TextSpan(TextField.BODY, 26, 39, "x");
    private static final Schema OWN = Contracts.published(TextSpan.getClassSchema());

    private final Map<String, Object> config = new HashMap<>();
    private MockRegistry registry;

    @BeforeEach
    void start(TestInfo test) {
        String name = "serializer-" + test.getDisplayName().replace(',', ' ');
        config.put("schema.registry.url", "mock://" + name);
        registry = MockRegistry.named(name);
    }

    private String write(TextSpan span) {
        try (AvroSerializer<TextSpan> serializer = new AvroSerializer<>()) {
            serializer.configure(config, false);
            return HexFormat.of().formatHex(serializer.serialize("t", span));
        }
    }

    @Test
    void aSchemaThatIsNotThereIsRegistered() {
        write(SPAN);

        assertThat(registry.latest("t-value").schema()).isEqualTo(OWN);
    }

    @Test
    void withoutRegistrationTheSchemaMustBeThere() {
        config.put("auto.register.schemas", "false");

        assertThatThrownBy(() -> write(SPAN))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("t-value");

        registry.register("t-value", OWN);
        assertThat(write(SPAN)).isEqualTo("0000000001" + "04" + "34" + "4e" + "0278");
    }

    @Test
    void withoutRegistrationAnotherSchemaOfTheSubjectIsNotTaken() {
        config.put("auto.register.schemas", "false");
        registry.register("t-value", reversed());

        assertThatThrownBy(() -> write(SPAN)).isInstanceOf(RegistryException.class);
    }

    @Test
    void theLatestSchemaIsWrittenInItsOwnOrderOfFields() {
        useLatest();
        registry.register("t-value", OWN);
        registry.register("t-value", reversed());

        assertThat(write(SPAN)).isEqualTo("0000000002" + "0278" + "4e" + "34" + "04");
    }

    @Test
    void theLatestSchemaThatEqualsTheOwnIsWrittenAtOnce() {
        useLatest();
        registry.register("other", reversed());
        registry.register("t-value", OWN);

        assertThat(write(SPAN)).isEqualTo("0000000002" + "04" + "34" + "4e" + "0278");
    }

    @Test
    void aLatestSchemaThatCannotReadTheOwnIsRefused() {
        useLatest();
        registry.register("t-value", withMore("{\"name\":\"page\",\"type\":\"int\"}"));

        assertThatThrownBy(() -> write(SPAN))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessageContaining("t-value")
                .hasMessageContaining("page");
    }

    @Test
    void aLatestSchemaWithDefaultsIsWrittenWithThem() {
        useLatest();
        registry.register("t-value", withMore("{\"name\":\"page\",\"type\":\"int\",\"default\":7}"));

        assertThat(write(SPAN)).isEqualTo("0000000001" + "04" + "34" + "4e" + "0278" + "0e");
    }

    @Test
    void withoutStrictnessTheRecordDecidesWhetherTheLatestSchemaFits() {
        useLatest();
        config.put("latest.compatibility.strict", "false");
        registry.register("t-value", withMore("{\"name\":\"page\",\"type\":\"int\"}"));

        assertThatThrownBy(() -> write(SPAN))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("page");
    }

    @Test
    void aRecordWithoutARequiredValueIsTheRecordsFault() {
        assertThatThrownBy(() -> write(new TextSpan(TextField.BODY, 1, 2, null)))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("io.geowire.events.TextSpan")
                .hasMessageContaining("'t'")
                .hasMessageContaining("text");
    }

    @Test
    void aRegistryThatDoesNotAnswerIsNotTheRecordsFault() throws Exception {
        try (StubRegistry out = new StubRegistry()) {
            out.answer(503, "");
            config.put("schema.registry.url", out.url());
            config.put("max.retries", 0);

            assertThatThrownBy(() -> write(SPAN)).isInstanceOf(RegistryUnavailableException.class);
        }
    }

    @Test
    void aRegistryThatComesBackIsUsed() throws Exception {
        try (StubRegistry out = new StubRegistry();
                AvroSerializer<TextSpan> serializer = new AvroSerializer<>()) {
            out.answer(503, "").answer(200, "{\"id\":5}");
            config.put("schema.registry.url", out.url());
            config.put("max.retries", 0);
            serializer.configure(config, false);
            assertThatThrownBy(() -> serializer.serialize("t", SPAN)).isInstanceOf(RegistryUnavailableException.class);

            assertThat(serializer.serialize("t", SPAN)).startsWith(0, 0, 0, 0, 5);
        }
    }

    @Test
    void aSchemaThatTheRegistryRefusesIsNotTheRecordsFault() throws Exception {
        try (StubRegistry strict = new StubRegistry()) {
            strict.answer(409, "{\"error_code\":409,\"message\":\"not compatible\"}");
            config.put("schema.registry.url", strict.url());

            assertThatThrownBy(() -> write(SPAN))
                    .isInstanceOf(RegistryException.class)
                    .hasMessageContaining("not compatible");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auto.register.schemas | perhaps | true or false",
                "use.latest.version | 1 | true or false",
                "use.latest.version | true | auto.register.schemas=false",
                "latest.compatibility.strict | no | true or false",
                "specific.avro.reader | false | must be true",
                "value.subject.name.strategy | io.confluent.kafka.serializers.subject.RecordNameStrategy | TopicNameStrategy",
                "key.subject.name.strategy | x.Y | TopicNameStrategy"
            })
    void anInvalidValueIsRefusedWithKeyValueAndWhatIsAllowed(String key, String value, String allowed) {
        config.put(key, value);

        assertThatThrownBy(() -> write(SPAN))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(key)
                .hasMessageContaining(value)
                .hasMessageContaining(allowed);
    }

    @Test
    void topicNameStrategyMayBeGivenAsConfluentDoes() {
        config.put("value.subject.name.strategy", "io.confluent.kafka.serializers.subject.TopicNameStrategy");

        assertThat(write(SPAN)).isNotEmpty();
    }

    private void useLatest() {
        config.put("auto.register.schemas", "false");
        config.put("use.latest.version", "true");
    }

    private static Schema reversed() {
        List<Schema.Field> fields = OWN.getFields();
        return copy(Stream.of(3, 2, 1, 0).map(fields::get));
    }

    private static Schema withMore(String field) {
        Schema more =
                new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"More\",\"fields\":[%s]}".formatted(field));
        return copy(Stream.concat(OWN.getFields().stream(), more.getFields().stream()));
    }

    private static Schema copy(Stream<Schema.Field> fields) {
        return Schema.createRecord(
                OWN.getName(),
                null,
                OWN.getNamespace(),
                false,
                fields.map(field -> new Schema.Field(field, field.schema())).toList());
    }
}
