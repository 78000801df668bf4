package io.geowire.standalone.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.geowire.events.TextField;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    @Test
    void enrichedArticleHasTheDocumentedFields() throws Exception {
        JsonNode line = line(sink -> sink.enriched(Samples.enriched("Lavrov meets Rubio")));

        assertThat(line.path("type").asText()).isEqualTo("enriched");
        assertThat(line.path("articleId").asText()).isEqualTo("a1");
        assertThat(line.path("inputId").asText()).isEqualTo("in-1");
        assertThat(line.path("publishedAt").asText()).isEqualTo("2026-02-06T10:00:00Z");
        assertThat(line.at("/url").isNull()).isTrue();
        assertThat(line.at("/entities/0/type").asText()).isEqualTo("PERSON");
        assertThat(line.at("/entities/0/mentions/0").toString())
                .isEqualTo("{\"field\":\"title\",\"start\":0,\"end\":6,\"text\":\"Lavrov\"}");
        assertThat(line.at("/topics/0/score").asDouble()).isEqualTo(0.912);
        assertThat(line.at("/topics/0/iptc/0").asText()).isEqualTo("medtop:20000638");
        assertThat(line.at("/related/0/relation").asText()).isEqualTo("SAME_EVENT");
        assertThat(line.at("/related/0/parts").toString())
                .isEqualTo("{\"bias\":-7.01,\"meaning\":5.457,\"words\":1.2,\"entities\":0.0,\"countries\":0.5,"
                        + "\"time\":-0.07,\"resemblance\":0.0}");
        assertThat(line.at("/duplicateOf").isNull()).isTrue();
        assertThat(line.path("revision").asInt()).isEqualTo(2);
    }

    @Test
    void articleHasTheDocumentedFields() throws Exception {
        JsonNode line =
                line(sink -> sink.article(Samples.enriched("Lavrov meets Rubio").getArticle()));

        assertThat(line.toString())
                .isEqualTo("{\"type\":\"article\",\"articleId\":\"a1\",\"inputId\":\"in-1\","
                        + "\"title\":\"Lavrov meets Rubio\",\"body\":null,\"source\":\"Example Wire\",\"url\":null,"
                        + "\"byline\":null,\"language\":null,\"publishedAt\":\"2026-02-06T10:00:00Z\","
                        + "\"contentHash\":\"h\",\"backfill\":false}");
    }

    @Test
    void alertHasTheDocumentedFields() throws Exception {
        JsonNode line = line(sink -> sink.alert(
                Samples.alert("About New START.", 0, List.of(Samples.span(TextField.BODY, 6, "New START")))));

        assertThat(line.path("type").asText()).isEqualTo("alert");
        assertThat(line.path("watchId").asText()).isEqualTo("new-start");
        assertThat(line.path("severity").asText()).isEqualTo("high");
        assertThat(line.at("/matches/0/field").asText()).isEqualTo("body");
        assertThat(line.at("/matches/0/text").asText()).isEqualTo("New START");
    }

    @Test
    void everyCharacterSurvivesAndNoneActsUponATerminal() throws Exception {
        String title = "“Quotes” — dash 🕊 עברית \u0085\u009b31m \u202eevil";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        print(bytes, sink -> sink.enriched(Samples.enriched(title)));

        String line = bytes.toString(StandardCharsets.UTF_8);
        assertThat(line.chars()).noneMatch(c -> Character.isISOControl(c) && c != '\n');
        assertThat(line).doesNotContain("\u202e").contains("🕊 עברית");
        assertThat(new ObjectMapper().readTree(line).path("title").asText()).isEqualTo(title);
    }

    private static JsonNode line(Consumer<RecordSink> what) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        print(bytes, what);
        return new ObjectMapper().readTree(bytes.toByteArray());
    }

    private static void print(ByteArrayOutputStream bytes, Consumer<RecordSink> what) {
        JsonLines sink = new JsonLines(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        what.accept(sink);
        sink.end();
    }
}
