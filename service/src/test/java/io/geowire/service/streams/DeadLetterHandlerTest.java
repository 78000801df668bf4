package io.geowire.service.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.events.DeadLetter;
import io.geowire.schemas.serde.AvroSerdes;
import io.geowire.service.RecordFaultException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.IntegerDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLetterHandlerTest {
    private static final Map<String, Object> CLIENTS =
            Map.of("bootstrap.servers", "none:1", "schema.registry.url", "mock://dead-letters");
    private static final int FAULTY = 13;
    private static final int BUG = 99;

    @TempDir
    static Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyTestDriver driver = driver(meters);
    private final TestInputTopic<String, byte[]> input =
            driver.createInputTopic("in", new StringSerializer(), new ByteArraySerializer());
    private final TestOutputTopic<String, Integer> output =
            driver.createOutputTopic("out", new StringDeserializer(), new IntegerDeserializer());
    private final TestOutputTopic<String, DeadLetter> letters = driver.createOutputTopic(
            "dlq",
            new StringDeserializer(),
            AvroSerdes.value(DeadLetter.class, CLIENTS).deserializer());

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void bytesThatCannotBeReadAreSetAsideAndTheStreamGoesOn() {
        byte[] poison = "not an integer".getBytes(StandardCharsets.UTF_8);
        input.pipeInput("a", integer(1));
        input.pipeInput("b", poison);
        input.pipeInput("c", integer(2));

        assertThat(output.readValuesToList()).containsExactly(1, 2);
        List<DeadLetter> set = letters.readValuesToList();
        assertThat(set).hasSize(1);
        assertThat(meters.get("geowire.dead.letters")
                        .tag("app", "test-app")
                        .counter()
                        .count())
                .isEqualTo(1);
        DeadLetter letter = set.get(0);
        assertThat(letter.getApplication()).isEqualTo("test-app");
        assertThat(letter.getTopic()).isEqualTo("in");
        assertThat(letter.getOffset()).isEqualTo(1L);
        assertThat(letter.getKey()).isEqualTo(ByteBuffer.wrap("b".getBytes(StandardCharsets.UTF_8)));
        assertThat(letter.getValue()).isEqualTo(ByteBuffer.wrap(poison));
        assertThat(letter.getException()).isEqualTo("org.apache.kafka.common.errors.SerializationException");
    }

    @Test
    void recordThatCannotBeProcessedIsSetAsideWithReasonAndOriginalBytes() {
        input.pipeInput("a", integer(FAULTY));
        input.pipeInput("b", integer(2));

        assertThat(output.readValuesToList()).containsExactly(2);
        DeadLetter letter = letters.readValue();
        assertThat(letter.getReason()).isEqualTo("unlucky");
        assertThat(letter.getValue()).isEqualTo(ByteBuffer.wrap(integer(FAULTY)));
        assertThat(letter.getStackTrace()).contains("RecordFaultException");
    }

    @Test
    void bugIsNotSetAsideButEndsTheStream() {
        byte[] bug = integer(BUG);

        assertThatThrownBy(() -> input.pipeInput("a", bug)).isInstanceOf(StreamsException.class);
        assertThat(letters.isEmpty()).isTrue();
    }

    private static TopologyTestDriver driver(MeterRegistry meters) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("in", Consumed.with(Serdes.String(), Serdes.Integer()).withName("in"))
                .mapValues(DeadLetterHandlerTest::process, Named.as("process"))
                .to("out", Produced.with(Serdes.String(), Serdes.Integer()).withName("out"));
        Properties properties = StreamsConfigs.of("test-app", CLIENTS, folder, 1, "dlq");
        // The driver forgets what is sent while a record is read, before it is processed, if that is part of a
        // transaction.
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        properties.put(DeadLetterHandler.METERS_CONFIG, meters);
        return new TopologyTestDriver(builder.build(), properties);
    }

    private static int process(int value) {
        if (value == FAULTY) {
            throw new RecordFaultException("unlucky", new IllegalArgumentException());
        }
        if (value == BUG) {
            throw new IllegalStateException("a bug");
        }
        return value;
    }

    private static byte[] integer(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }
}
