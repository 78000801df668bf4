package io.geowire.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.events.TextField;
import io.geowire.events.TextSpan;
import io.geowire.schemas.registry.MockRegistry;
import io.geowire.schemas.registry.RegistryException;
import io.geowire.schemas.registry.RegistryUnavailableException;
import io.geowire.schemas.registry.StubRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvroDeserializerTest {
    private static final byte[] SPAN_BYTES = HexFormat.of().parseHex("0000000001" + "04" + "34" + "4e" + "0278");
    private static final TextSpan SPAN = new TextSpan(TextField.BODY, 26, 39, "x");

    private final Map<String, Object> config = new HashMap<>(Map.of("schema.registry.url", "mock://deserializer"));

    @Test
    void madeByNameItReadsTheClassOfTheConfiguration() {
        MockRegistry.named("deserializer").register("t-value", TextSpan.getClassSchema());
        config.put("specific.avro.value.type", TextSpan.class.getName());
        try (AvroDeserializer<TextSpan> deserializer = new AvroDeserializer<>()) {
            deserializer.configure(config, false);

            assertThat(deserializer.deserialize("t", SPAN_BYTES)).isEqualTo(SPAN);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "specific.avro.value.type, java.lang.String",
        "specific.avro.value.type, io.geowire.events.Nothing",
        "specific.avro.other, x"
    })
    void madeByNameItNeedsAGeneratedClass(String key, String value) {
        config.put(key, value);
        try (AvroDeserializer<TextSpan> deserializer = new AvroDeserializer<>()) {
            assertThatThrownBy(() -> deserializer.configure(config, false))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("specific.avro.value.type");
        }
    }

    @Test
    void aRegistryThatDoesNotAnswerIsNotTheRecordsFaultAndTheNextTryCanSucceed() throws Exception {
        try (StubRegistry registry = new StubRegistry()) {
            registry.answer(500, "").answer(200, schemaAnswer());
            Serde<TextSpan> serde = serde(registry);

            assertThatThrownBy(() -> serde.deserializer().deserialize("t", SPAN_BYTES))
                    .isInstanceOf(RegistryUnavailableException.class);
            assertThat(serde.deserializer().deserialize("t", SPAN_BYTES)).isEqualTo(SPAN);
        }
    }

    @ParameterizedTest
    @CsvSource({"401, 401", "403, 40301", "404, 404"})
    void aRefusalThatIsNotAboutTheIdIsNotTheRecordsFault(int status, int code) throws Exception {
        try (StubRegistry registry = new StubRegistry()) {
            registry.answer(status, "{\"error_code\":%d,\"message\":\"no\"}".formatted(code));

            assertThatThrownBy(() -> serde(registry).deserializer().deserialize("t", SPAN_BYTES))
                    .isInstanceOf(RegistryException.class);
        }
    }

    @Test
    void anIdThatTheRegistryDoesNotKnowIsTheRecordsFault() throws Exception {
        try (StubRegistry registry = new StubRegistry()) {
            registry.answer(404, "{\"error_code\":40403,\"message\":\"Schema 1 not found\"}");

            assertThatThrownBy(() -> serde(registry).deserializer().deserialize("t", SPAN_BYTES))
                    .isInstanceOf(MalformedRecordException.class)
                    .hasMessageContaining("Schema 1 not found");
        }
    }

    @Test
    void anIdOfASchemaThatIsNotAvroIsTheRecordsFault() throws Exception {
        try (StubRegistry registry = new StubRegistry()) {
            registry.answer(200, "{\"schemaType\":\"JSON\",\"schema\":\"{}\"}");

            assertThatThrownBy(() -> serde(registry).deserializer().deserialize("t", SPAN_BYTES))
                    .isInstanceOf(MalformedRecordException.class)
                    .hasMessageContaining("JSON");
        }
    }

    @Test
    void manyThreadsMayShareOne() throws Exception {
        Serde<TextSpan> serde = AvroSerdes.value(TextSpan.class, config);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Integer>> results = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            int number = thread;
            results.add(threads.submit(() -> countRoundTrips(serde, number)));
        }
        for (Future<Integer> result : results) {
            assertThat(result.get()).isEqualTo(2_000);
        }
        threads.shutdown();
    }

    private static int countRoundTrips(Serde<TextSpan> serde, int thread) {
        int equal = 0;
        for (int i = 0; i < 2_000; i++) {
            TextSpan span = new TextSpan(TextField.TITLE, thread, i, "text " + thread + " " + i);
            byte[] bytes = serde.serializer().serialize("shared", span);
            if (span.equals(serde.deserializer().deserialize("shared", bytes))) {
                equal++;
            }
        }
        return equal;
    }

    private static Serde<TextSpan> serde(StubRegistry registry) {
        return AvroSerdes.value(TextSpan.class, Map.of("schema.registry.url", registry.url(), "max.retries", "0"));
    }

    private static String schemaAnswer() {
        String schema = TextSpan.getClassSchema().toString().replace("\"", "\\\"");
        return "{\"schema\":\"" + schema + "\"}";
    }
}
