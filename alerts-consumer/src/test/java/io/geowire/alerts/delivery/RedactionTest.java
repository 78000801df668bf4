package io.geowire.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactionTest {
    private static final Map<String, Secret> HEADERS = Map.of("Authorization", new Secret("Bearer t0k3n"));

    @Test
    void anAddressIsShownWithoutItsQuery() {
        assertThat(Redaction.address(
                        Samples.receiver(Format.CLOUDEVENTS, "https://d.example:8443/in?key=1#f", Filter.ALL, HEADERS)))
                .isEqualTo("https://d.example:8443/in?***");
    }

    @Test
    void aPathThatIsASecretIsNotShown() {
        assertThat(Redaction.address(Samples.receiver(Format.TEAMS, "https://t.example/a/b", Filter.ALL, HEADERS)))
                .isEqualTo("https://t.example/***");
    }

    @Test
    void whatOthersRepeatIsHidden() {
        Receiver slack = Samples.receiver(Format.SLACK, "https://s.example/T0/abc?q=xyz12", Filter.ALL, HEADERS);

        assertThat(Redaction.text(
                        slack,
                        "POST https://s.example/T0/abc?q=xyz12: /T0/abc, q=xyz12, Bearer t0k3n, "
                                + Samples.SECRET.written().value()))
                .isEqualTo("POST https://s.example/***?***: /***, ***, ***, ***");
    }

    @Test
    void aHeaderTooShortToBeASecretLeavesTextsAlone() {
        Receiver desk = Samples.receiver(
                Format.CLOUDEVENTS, "https://s.example/in", Filter.ALL, Map.of("X-Team", new Secret("a")));

        assertThat(Redaction.text(desk, "no answer")).isEqualTo("no answer");
    }

    @Test
    void aPathThatIsNoSecretStays() {
        Receiver desk = Samples.receiver(Format.CLOUDEVENTS, "https://s.example/in", Filter.ALL, Map.of());

        assertThat(Redaction.text(desk, "no route to https://s.example/in")).contains("https://s.example/in");
    }
}
