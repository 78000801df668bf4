package io.geowire.alerts.delivery.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.geowire.alerts.delivery.Format;
import io.geowire.alerts.delivery.Message;
import io.geowire.alerts.delivery.Samples;
import io.geowire.events.Alert;
import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource(Format.class)
    void theSameAlertGivesTheSameBytes(Format format) {
        Message once = render(format, Samples.alert().build());
        Message twice = render(format, Samples.alert().build());

        assertThat(once.body()).isEqualTo(twice.body());
        assertThat(once.id()).isEqualTo("0123456789abcdef0123456789abcdef-1").isEqualTo(twice.id());
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void anIdThatCannotStandInAHeaderIsHashed(Format format) {
        String id = render(format, Samples.alert().setAlertId("a.b\r\nX: y").build())
                .id();

        assertThat(id)
                .matches("[0-9a-f]{32}-1")
                .isNotEqualTo(render(format, Samples.alert().setAlertId("a.c").build())
                        .id());
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aTitleOfAMegabyteFitsAndTheBodySaysSo(Format format) throws IOException {
        String title = "🌍<&*\"".repeat(200_000);

        Message message = render(format, Samples.headline(title, "🌍").build());

        assertThat(message.body()).hasSizeLessThan(64_000);
        assertThat(JSON.readTree(message.body()).isContainerNode()).isTrue();
        assertThat(message.text()).containsAnyOf("\"truncated\":true", "\"truncated\":\"true\"", Headings.CUT);
    }

    @Test
    void relatedHeadlinesGoFirst() throws IOException {
        Alert alert = Samples.alert()
                .setRelated(Collections.nCopies(10, Samples.related("long ".repeat(600))))
                .build();

        JsonNode data =
                JSON.readTree(render(Format.STANDARD_WEBHOOKS, alert).body()).get("data");

        assertThat(data.get("related").size()).isBetween(1, 9);
        assertThat(data.get("title").asText()).isEqualTo(alert.getTitle());
        assertThat(data.get("matches")).hasSize(2);
        assertThat(data.get("truncated").asBoolean()).isTrue();
    }

    private static Message render(Format format, Alert alert) {
        return Messages.render(Samples.receiver(format), alert);
    }
}
