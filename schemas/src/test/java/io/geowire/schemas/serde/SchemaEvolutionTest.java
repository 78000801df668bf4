package io.geowire.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.events.RelatedHeadline;
import io.geowire.events.Relation;
import io.geowire.events.TextField;
import io.geowire.events.TextSpan;
import io.geowire.schemas.registry.MockRegistry;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Bytes of writers that know an older or a newer contract, put together by hand. */
class SchemaEvolutionTest {
    private static final String FIELD_ENUM = """
            {"type":"enum","name":"TextField","symbols":["OTHER","TITLE","BODY"],"default":"OTHER"}""";

    @Test
    void aFieldThatTheWriterDidNotKnowHasItsDefault() {
        Schema older = record("RelatedHeadline", """
                {"name":"articleId","type":"string"},{"name":"title","type":"string"},
                {"name":"publishedAt","type":{"type":"long","logicalType":"timestamp-millis"}},{"name":"score","type":"double"},
                {"name":"relation","type":{"type":"enum","name":"Relation","symbols":["SAME_EVENT"]}}""");

        RelatedHeadline read = read(RelatedHeadline.class, older, "0261" + "0274" + "d00f" + "000000000000e03f" + "00");

        assertThat(read)
                .isEqualTo(RelatedHeadline.newBuilder()
                        .setArticleId("a")
                        .setTitle("t")
                        .setPublishedAt(Instant.ofEpochSecond(1))
                        .setScore(0.5)
                        .setRelation(Relation.SAME_EVENT)
                        .setSharedEntities(List.of())
                        .setSharedTerms(List.of())
                        .setParts(null)
                        .build());
    }

    @Test
    void fieldsAreFoundByNameAndUnknownOnesAreSkipped() {
        Schema newer = record("TextSpan", """
                {"name":"text","type":"string"},{"name":"notes","type":{"type":"array","items":"string"}},
                {"name":"end","type":"int"},{"name":"start","type":"int"},{"name":"field","type":%s}""".formatted(FIELD_ENUM));

        TextSpan read = read(TextSpan.class, newer, "0278" + "04" + "0261" + "0262" + "00" + "08" + "06" + "02");

        assertThat(read).isEqualTo(new TextSpan(TextField.TITLE, 3, 4, "x"));
    }

    @Test
    void anUnknownSymbolFallsToTheDefault() {
        Schema newer = record("TextSpan", """
                {"name":"field","type":{"type":"enum","name":"TextField","symbols":["OTHER","CAPTION","TITLE"],"default":"OTHER"}},
                {"name":"start","type":"int"},{"name":"end","type":"int"},{"name":"text","type":"string"}""");

        assertThat(read(TextSpan.class, newer, "02" + "06" + "08" + "0278").getField())
                .isEqualTo(TextField.OTHER);
        assertThat(read(TextSpan.class, newer, "04" + "06" + "08" + "0278").getField())
                .isEqualTo(TextField.TITLE);
    }

    @Test
    void anotherRecordIsTheRecordsFault() {
        Schema other = record("Stranger", "{\"name\":\"n\",\"type\":\"int\"}");

        assertThatThrownBy(() -> read(TextSpan.class, other, "02"))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("io.geowire.events.TextSpan")
                .hasMessageContaining("io.geowire.events.Stranger");
    }

    @Test
    void aFieldThatTheReaderNeedsAndTheWriterLacksIsTheRecordsFault() {
        Schema poor = record("TextSpan", "{\"name\":\"text\",\"type\":\"string\"}");

        assertThatThrownBy(() -> read(TextSpan.class, poor, "0278"))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("field");
    }

    private static Schema record(String name, String fields) {
        return new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"%s\",\"namespace\":\"io.geowire.events\",\"fields\":[%s]}"
                        .formatted(name, fields));
    }

    private static <T extends SpecificRecord> T read(Class<T> type, Schema writer, String hex) {
        int id = MockRegistry.named("evolution").register("s", writer);
        return AvroSerdes.value(type, Map.of("schema.registry.url", "mock://evolution"))
                .deserializer()
                .deserialize("t", HexFormat.of().parseHex("00%08x%s".formatted(id, hex)));
    }
}
