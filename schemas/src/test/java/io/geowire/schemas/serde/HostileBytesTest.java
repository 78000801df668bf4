package io.geowire.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.geowire.events.Alert;
import io.geowire.events.DeadLetter;
import io.geowire.events.Severity;
import io.geowire.events.TextField;
import io.geowire.events.TextSpan;
import io.geowire.events.Watch;
import io.geowire.schemas.registry.MockRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lengths of a gigabyte and more would break the tests' heap of one, if they were believed. */
class HostileBytesTest {
    private static final MockRegistry REGISTRY = MockRegistry.named("hostile");
    private static final Map<String, String> CONFIG = Map.of("schema.registry.url", "mock://hostile");
    private static final String BILLION = "80a8d6b907";

    private static final Watch WATCH = Watch.newBuilder()
            .setId("new-start")
            .setName("New START")
            .setVersion("v1")
            .setSeverity(Severity.HIGH)
            .setQuery("\"new start\"")
            .setCaseSensitive(List.of("New START"))
            .setEntities(List.of("Q1", "Q2"))
            .setTopics(List.of())
            .setReceivers(List.of("desk"))
            .build();

    private final Serde<Watch> watches = AvroSerdes.value(Watch.class, CONFIG);
    private final Serde<TextSpan> spans = AvroSerdes.value(TextSpan.class, CONFIG);

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "000000", "00000000"})
    void aRecordShorterThanItsHeadIsRefused(String hex) {
        assertThatThrownBy(() -> read(spans, bytes(hex)))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("shorter than the head");
    }

    @Test
    void aForeignFirstByteIsRefused() {
        assertThatThrownBy(() -> read(spans, "{\"id\":1}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("begins with byte 123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"007fffffff", "00ffffffff", "0000000000"})
    void anIdThatTheRegistryDoesNotKnowIsRefused(String hex) {
        assertThatThrownBy(() -> read(spans, bytes(hex)))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("not found");
    }

    @Test
    void aRecordThatIsCutAnywhereIsRefused() {
        byte[] whole = watches.serializer().serialize("t", WATCH);
        assertThat(read(watches, whole)).isEqualTo(WATCH);

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(watches, cut)).isInstanceOf(MalformedRecordException.class);
        }
    }

    @Test
    void bytesBehindTheRecordAreRefused() {
        byte[] whole = watches.serializer().serialize("t", WATCH);

        assertThatThrownBy(() -> read(watches, Arrays.copyOf(whole, whole.length + 3)))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("3 bytes are left");
    }

    static Stream<Arguments> spansWithAFault() {
        return Stream.of(
                arguments("text of a billion bytes", "04" + "34" + "4e" + BILLION + "78"),
                arguments("text of negative length", "04" + "34" + "4e" + "01" + "78"),
                arguments("symbol that is not there", "06" + "34" + "4e" + "0278"),
                arguments("symbol before the first", "01" + "34" + "4e" + "0278"),
                arguments("number of eleven bytes", "04" + "ffffffffffffffffffffff" + "4e" + "0278"),
                arguments("text of Long.MAX_VALUE bytes", "04" + "34" + "4e" + "feffffffffffffffff01"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spansWithAFault")
    void aFaultyFieldIsRefused(String fault, String hex) {
        int id = REGISTRY.register("spans", TextSpan.getClassSchema());

        assertThatThrownBy(() -> read(spans, withHead(id, bytes(hex))))
                .as(fault)
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("schema " + id);
    }

    static Stream<Arguments> countsThatCannotBe() {
        return Stream.of(
                arguments("a billion", BILLION),
                arguments("more than bytes are left", "10"),
                arguments("a billion, as a block of known length", "ffa7d6b907" + "02"),
                arguments("Long.MAX_VALUE", "feffffffffffffffff01"),
                arguments("Long.MIN_VALUE", "ffffffffffffffffff01" + "02"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("countsThatCannotBe")
    void anArrayThatCannotBeThatLongIsRefused(String fault, String count) {
        int id = REGISTRY.register("watches", Watch.getClassSchema());
        String untilCaseSensitive = "0269" + "026e" + "0276" + "02" + "00";

        assertThatThrownBy(() -> read(watches, withHead(id, bytes(untilCaseSensitive + count + "0261" + "00"))))
                .as(fault)
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("items where");
    }

    @Test
    void anArrayInBlocksOfKnownLengthIsRead() {
        int id = REGISTRY.register("watches", Watch.getClassSchema());
        String caseSensitive = "03" + "08" + "0261" + "0262" + "02" + "0263" + "00";
        String hex = "0269" + "026e" + "0276" + "02" + "00" + caseSensitive + "00" + "00" + "02" + "00";

        assertThat(read(watches, withHead(id, bytes(hex))).getCaseSensitive()).containsExactly("a", "b", "c");
    }

    static Stream<Arguments> unknownFields() {
        Schema string = Schema.create(Schema.Type.STRING);
        Schema strings = SchemaBuilder.array().items(string);
        return Stream.of(
                arguments("text", string, BILLION),
                arguments("bytes", Schema.create(Schema.Type.BYTES), BILLION),
                arguments("fixed", SchemaBuilder.fixed("F").size(1_000_000_000), "00"),
                arguments("array", strings, BILLION + "00"),
                arguments("array in a block of a billion bytes", strings, "01" + BILLION + "00"),
                arguments("array in a block of negative length", strings, "01" + "01" + "00"),
                arguments("map", SchemaBuilder.map().values(string), BILLION + "00"),
                arguments(
                        "array of nulls",
                        SchemaBuilder.array().items(Schema.create(Schema.Type.NULL)),
                        BILLION + "00"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unknownFields")
    void aFieldToBeSkippedIsNotBelievedEither(String fault, Schema type, String hex) {
        int id = REGISTRY.register("newer", spanWith(type));

        assertThatThrownBy(() -> read(spans, withHead(id, bytes("04" + "34" + "4e" + "0278" + hex))))
                .as(fault)
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("bytes are left");
    }

    @Test
    void unknownFieldsOfEachKindAreSkipped() {
        Schema all = SchemaBuilder.record("All")
                .fields()
                .requiredBoolean("b")
                .requiredFloat("f")
                .requiredDouble("d")
                .requiredLong("l")
                .requiredBytes("y")
                .optionalString("s")
                .name("m")
                .type()
                .map()
                .values()
                .intType()
                .noDefault()
                .name("x")
                .type()
                .fixed("X")
                .size(2)
                .noDefault()
                .endRecord();
        int id = REGISTRY.register("newer", spanWith(all));
        String hex = "01" + "00000000" + "0000000000000000" + "8001" + "0400ff" + "020278" + "0202780200" + "abcd";

        assertThat(read(spans, withHead(id, bytes("04" + "34" + "4e" + "0278" + hex))))
                .isEqualTo(new TextSpan(TextField.BODY, 26, 39, "x"));
    }

    @Test
    void aSchemaThatContainsItselfIsRefusedBecauseNestingWouldTakeTheStack() {
        Schema recursive = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"r\",\"type\":[\"null\",\"R\"]}]}");
        int id = REGISTRY.register("newer", spanWith(SchemaBuilder.array().items(recursive)));
        byte[] nested = new byte[900_000];
        Arrays.fill(nested, (byte) 2);
        ByteBuffer.wrap(nested).put(bytes("04" + "34" + "4e" + "0278"));

        assertThatThrownBy(() -> read(spans, withHead(id, nested)))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("contains itself");
    }

    @Test
    void anyChangeOfBytesGivesARecordOrARefusal() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = watches.serializer().serialize("t", WATCH);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                int at = WireFormat.HEAD_LENGTH + random.nextInt(changed.length - WireFormat.HEAD_LENGTH);
                changed[at] = (byte) random.nextInt();
            }
            try {
                read(watches, changed);
            } catch (MalformedRecordException e) {
                refused++;
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + seed + ": " + HexFormat.of().formatHex(changed), e);
            }
        }
        assertThat(refused).as("seed " + seed).isBetween(1_000, 19_999);
    }

    @Test
    void randomBytesGiveARecordOrARefusal() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int id = REGISTRY.register("alerts", Alert.getClassSchema());
        int letters = REGISTRY.register("letters", DeadLetter.getClassSchema());
        Serde<Alert> alerts = AvroSerdes.value(Alert.class, CONFIG);
        Serde<DeadLetter> deadLetters = AvroSerdes.value(DeadLetter.class, CONFIG);
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            try {
                read(alerts, withHead(id, noise));
                read(deadLetters, withHead(letters, noise));
            } catch (MalformedRecordException expected) {
                assertThat(expected).hasMessageContaining("cannot be read");
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + seed + ": " + HexFormat.of().formatHex(noise), e);
            }
        }
    }

    private static Schema spanWith(Schema type) {
        Schema span = TextSpan.getClassSchema();
        List<Schema.Field> fields = Stream.concat(
                        span.getFields().stream().map(field -> new Schema.Field(field, field.schema())),
                        Stream.of(new Schema.Field("extra", type)))
                .toList();
        return Schema.createRecord(span.getName(), span.getDoc(), span.getNamespace(), false, fields);
    }

    private static <T extends SpecificRecord> T read(Serde<T> serde, byte[] bytes) {
        return serde.deserializer().deserialize("t", bytes);
    }

    private static byte[] withHead(int id, byte[] body) {
        return ByteBuffer.allocate(WireFormat.HEAD_LENGTH + body.length)
                .put((byte) 0)
                .putInt(id)
                .put(body)
                .array();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
