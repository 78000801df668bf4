package io.geowire.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.events.TextField;
import io.geowire.events.TextSpan;
import io.geowire.schemas.registry.MockRegistry;
import java.util.HexFormat;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class AvroSerdeTest {
    /** Head: 00, id 1. Field: index 2 of the enum (BODY). Start 26, end 39. Text of 6 bytes. Numbers are zigzag. */
    private static final String BODY_SPAN = "00" + "00000001" + "04" + "34" + "4e" + "0c" + "4c6176726f76";

    private static final Map<String, String> CONFIG = Map.of("schema.registry.url", "mock://avro-serde-test");

    private final Serde<TextSpan> serde = AvroSerdes.value(TextSpan.class, CONFIG);
    private final TextSpan span = new TextSpan(TextField.BODY, 26, 39, "Lavrov");

    @Test
    void writesTheBytesOfConfluentsWireFormat() {
        assertThat(serde.serializer().serialize("t", span)).asHexString().isEqualToIgnoringCase(BODY_SPAN);
    }

    @Test
    void readsTheBytesOfConfluentsWireFormat() {
        serde.serializer().serialize("t", span);

        assertThat(serde.deserializer().deserialize("t", HexFormat.of().parseHex(BODY_SPAN)))
                .isEqualTo(span);
    }

    @Test
    void registersTheContractUnderTheTopicsNameWithoutJavasProperties() {
        serde.serializer().serialize("spans", span);

        Schema schema =
                MockRegistry.named("avro-serde-test").latest("spans-value").schema();
        assertThat(schema.getField("text").schema().getObjectProps()).isEmpty();
        assertThat(schema.getDoc()).isNotBlank();
    }

    @Test
    void aTombstoneStaysOne() {
        assertThat(serde.serializer().serialize("t", null)).isNull();
        assertThat(serde.deserializer().deserialize("t", null)).isNull();
    }

    @Test
    void aForeignFirstByteIsTheRecordsFault() {
        assertThatThrownBy(() ->
                        serde.deserializer().deserialize("t", HexFormat.of().parseHex("7b22696422")))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("123");
    }
}
