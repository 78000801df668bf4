package io.geowire.alerts.delivery.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.geowire.alerts.delivery.Format;
import io.geowire.alerts.delivery.Samples;
import io.geowire.events.Alert;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertmanagerFormatTest {
    @Test
    void isAListOfOneAlert() {
        assertThat(body(Samples.alert().build())).isEqualTo(BodySchemas.read("""
                [{"labels":{"alertname":"GeowireAlert","watch":"new-start","severity":"high",
                "story":"fedcba9876543210fedcba9876543210"},
                "annotations":{"summary":"New START treaty (high): Moscow offers New START limits for another year",
                "description":"Moscow offers New START limits for another year\\nA year more of New START would do, Lavrov said.",
                "words":"New START","source":"Example Wire","url":"https://news.example/arms?id=1&lang=en",
                "topics":"arms-control, diplomacy","reports":"1","sources":"Example Wire",
                "related":"Talks on warheads stall (Harbour Press)\\nPutin: limits may stay (Harbour Press)",
                "delivery":"0123456789abcdef0123456789abcdef-1"},
                "startsAt":"2026-02-06T12:00:00Z","generatorURL":"https://news.example/arms?id=1&lang=en"}]
                """));
    }

    @Test
    void aLaterRevisionUpdatesTheSameAlert() {
        JsonNode first = body(Samples.alert().build()).get(0);
        JsonNode later = body(Samples.alert()
                        .setAlertId("another")
                        .setRevision(2)
                        .setArticleCount(2)
                        .setSources(List.of("Example Wire", "Other"))
                        .build())
                .get(0);

        assertThat(later.get("labels")).isEqualTo(first.get("labels"));
        assertThat(later.get("startsAt")).isEqualTo(first.get("startsAt"));
        assertThat(later.get("annotations")).isNotEqualTo(first.get("annotations"));
    }

    @Test
    void theSameLabelsStandOnAnAlertThatWasCut() {
        String longId = "story".repeat(100);
        JsonNode whole = body(Samples.alert().setStoryId(longId).build()).get(0);
        JsonNode cut = body(Samples.headline("x".repeat(50_000), "x")
                        .setStoryId(longId)
                        .build())
                .get(0);

        assertThat(cut.get("annotations").get("truncated").asText()).isEqualTo("true");
        assertThat(cut.get("labels")).isEqualTo(whole.get("labels"));
    }

    private static JsonNode body(Alert alert) {
        return BodySchemas.read(
                Messages.render(Samples.receiver(Format.ALERTMANAGER), alert).text());
    }
}
