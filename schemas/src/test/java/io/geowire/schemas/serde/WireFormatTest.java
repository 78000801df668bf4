package io.geowire.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.events.Article;
import io.geowire.events.DateProvenance;
import io.geowire.events.TextField;
import io.geowire.events.TextSpan;
import io.geowire.schemas.registry.MockRegistry;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

/**
 * Known answers, put together by hand from the descriptions of Confluent's wire format and of Avro's binary encoding:
 * whole numbers are zigzag varints (26 is 34, 39 is 4e), a string is its length and its UTF-8, a union is its branch's
 * index and the value, an enum is its symbol's index.
 */
class WireFormatTest {
    /** Magic byte; id 1; BODY, the third symbol; 26; 39; 13 bytes of text. */
    private static final String SPAN_BYTES = "00" + "00000001" + "04" + "34" + "4e" + "1a5365726765692057696c736f6e";

    private static final TextSpan SPAN = new TextSpan(TextField.BODY, 26, 39, "Sergei Wilson");

    private static final String ARTICLE_BYTES = "00" // magic byte
            + "000001ff" // id of the schema: 511
            + "046131" // id: "a1"
            + "00" // inputId: null
            + "0e4dc3bc6c6c6572" // title: "Müller", 7 bytes
            + "02" + "045f2e" // body: "_."
            + "00" // source: null
            + "02" + "0c683a2f2f782f" // url: "h://x/"
            + "00" // byline: null
            + "00" // language: null
            + "d00f" // publishedAt: 1,000
            + "02" // publishedAtProvenance: DECLARED, the second symbol
            + "01" // ingestedAt: -1
            + "0268" // contentHash: "h"
            + "00"; // backfill: false

    private static final Article ARTICLE = Article.newBuilder()
            .setId("a1")
            .setTitle("Müller")
            .setBody("_.")
            .setUrl("h://x/")
            .setPublishedAt(Instant.ofEpochSecond(1))
            .setPublishedAtProvenance(DateProvenance.DECLARED)
            .setIngestedAt(Instant.ofEpochMilli(-1))
            .setContentHash("h")
            .build();

    @Test
    void aRecordIsWrittenAsTheWireFormatSays() {
        Serde<TextSpan> serde = AvroSerdes.value(TextSpan.class, registry("wire-write"));

        assertThat(hex(serde.serializer().serialize("t", SPAN))).isEqualTo(SPAN_BYTES);
    }

    @Test
    void aRecordIsReadAsTheWireFormatSays() {
        MockRegistry.named("wire-read").register("any", TextSpan.getClassSchema());
        Serde<TextSpan> serde = AvroSerdes.value(TextSpan.class, registry("wire-read"));

        assertThat(serde.deserializer().deserialize("t", bytes(SPAN_BYTES))).isEqualTo(SPAN);
    }

    @Test
    void theIdOfTheSchemaIsBigEndianAndTheFieldsFollowInOrder() {
        for (int i = 1; i < 511; i++) {
            MockRegistry.named("wire-article")
                    .register("others", SchemaBuilder.fixed("F" + i).size(i));
        }
        Serde<Article> serde = AvroSerdes.value(Article.class, registry("wire-article"));

        assertThat(hex(serde.serializer().serialize("t", ARTICLE))).isEqualTo(ARTICLE_BYTES);
        assertThat(serde.deserializer().deserialize("t", bytes(ARTICLE_BYTES))).isEqualTo(ARTICLE);
    }

    @Test
    void aTombstoneStaysOne() {
        Serde<TextSpan> serde = AvroSerdes.value(TextSpan.class, registry("wire-tombstone"));

        assertThat(serde.serializer().serialize("t", null)).isNull();
        assertThat(serde.deserializer().deserialize("t", null)).isNull();
    }

    @Test
    void theContractIsRegisteredUnderTheTopicsNameWithoutJavasProperties() {
        AvroSerdes.value(TextSpan.class, registry("wire-subject")).serializer().serialize("spans", SPAN);

        Schema schema = MockRegistry.named("wire-subject").latest("spans-value").schema();
        assertThat(schema.toString()).doesNotContain("java").contains("A stretch of an article's text.");
    }

    @Test
    void aKeysSubjectEndsInKey() {
        AvroSerde<TextSpan> serde = new AvroSerde<>(TextSpan.class);
        serde.configure(registry("wire-key"), true);

        serde.serializer().serialize("spans", SPAN);

        assertThat(MockRegistry.named("wire-key").latest("spans-key").id()).isEqualTo(1);
    }

    private static Map<String, String> registry(String name) {
        return Map.of("schema.registry.url", "mock://" + name);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
