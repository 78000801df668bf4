package io.geowire.alerts.delivery.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import io.geowire.alerts.delivery.Format;
import io.geowire.alerts.delivery.Message;
import io.geowire.alerts.delivery.Samples;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GenericFormatsTest {
    private static final String DATA = """
            {"alertId":"0123456789abcdef0123456789abcdef","revision":1,"watchId":"new-start","watchName":"New START treaty",
            "watchVersion":"5f3c","severity":"high","storyId":"fedcba9876543210fedcba9876543210",
            "articleId":"fedcba9876543210fedcba9876543210","inputId":null,
            "title":"Moscow offers New START limits for another year","source":"Example Wire",
            "url":"https://news.example/arms?id=1&lang=en","publishedAt":"2026-02-06T12:00:00Z",
            "topics":["arms-control","diplomacy"],
            "matches":[
            {"field":"title","start":14,"end":23,"text":"New START","clause":"New START",
            "sentence":"Moscow offers New START limits for another year","sentenceStart":0},
            {"field":"body","start":39,"end":48,"text":"New START","clause":"New START",
            "sentence":"A year more of New START would do, Lavrov said.","sentenceStart":24}],
            "related":[
            {"articleId":"00112233445566778899aabbccddeeff","inputId":null,"title":"Talks on warheads stall",
            "source":"Harbour Press","url":"https://harbour.example/23","publishedAt":"2026-02-06T12:00:00Z",
            "score":0.912,"relation":"SAME_EVENT"},
            {"articleId":"00112233445566778899aabbccddeeff","inputId":null,"title":"Putin: limits may stay",
            "source":"Harbour Press","url":"https://harbour.example/22","publishedAt":"2026-02-06T12:00:00Z",
            "score":0.912,"relation":"SAME_EVENT"}],
            "articleCount":1,"articleIds":["fedcba9876543210fedcba9876543210"],"sources":["Example Wire"],
            "truncated":false}
            """;

    @Test
    void standardWebhooksHoldTypeTimeAndData() {
        Message message = Messages.render(
                Samples.receiver(Format.STANDARD_WEBHOOKS), Samples.alert().build());

        assertThat(message.contentType()).isEqualTo("application/json");
        assertThat(BodySchemas.read(message.text()))
                .isEqualTo(BodySchemas.read(
                        "{\"type\":\"alert.raised\",\"timestamp\":\"2026-02-06T12:00:00Z\",\"data\":" + DATA + "}"));
    }

    @Test
    void aLaterRevisionIsAnUpdate() {
        Message message = Messages.render(
                Samples.receiver(Format.STANDARD_WEBHOOKS),
                Samples.alert().setRevision(2).build());

        assertThat(BodySchemas.read(message.text()).get("type").asText()).isEqualTo("alert.updated");
        assertThat(message.id()).endsWith("-2");
    }

    @Test
    void theLibraryOfCloudEventsReadsWhatIsSent() {
        Message message = Messages.render(
                Samples.receiver(Format.CLOUDEVENTS), Samples.alert().build());

        CloudEvent event = new JsonFormat().deserialize(message.body());

        assertThat(message.contentType()).startsWith(JsonFormat.CONTENT_TYPE);
        assertThat(event.getId()).isEqualTo(message.id());
        assertThat(event.getSource()).hasToString("urn:geowire:alerts");
        assertThat(event.getType()).isEqualTo("io.geowire.alert.raised");
        assertThat(event.getSubject()).isEqualTo("new-start/fedcba9876543210fedcba9876543210");
        assertThat(event.getTime()).isEqualTo("2026-02-06T12:00:00Z");
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(BodySchemas.read(new String(event.getData().toBytes(), StandardCharsets.UTF_8)))
                .isEqualTo(BodySchemas.read(DATA));
    }

    @Test
    void everyFieldIsDescribedByTheSchemaAndNoOther() {
        JsonNode data = BodySchemas.read(DATA);
        JsonNode schema = BodySchemas.alertData();

        assertSameFields(data, schema);
        assertSameFields(
                data.get("matches").get(0),
                schema.get("properties").get("matches").get("items"));
        assertSameFields(
                data.get("related").get(0),
                schema.get("properties").get("related").get("items"));
    }

    private static void assertSameFields(JsonNode object, JsonNode schema) {
        List<String> required = new ArrayList<>();
        schema.get("required").forEach(name -> required.add(name.asText()));
        TreeSet<String> described = new TreeSet<>();
        schema.get("properties").fieldNames().forEachRemaining(described::add);
        TreeSet<String> present = new TreeSet<>();
        object.fieldNames().forEachRemaining(present::add);

        assertThat(present).isEqualTo(described).containsExactlyInAnyOrderElementsOf(required);
        assertThat(schema.get("properties"))
                .allSatisfy(property ->
                        assertThat(property.path("description").asText()).isNotBlank());
    }
}
