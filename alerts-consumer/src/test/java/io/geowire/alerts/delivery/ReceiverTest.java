package io.geowire.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.events.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverTest {
    private final Receiver desk = Samples.receiver(Format.STANDARD_WEBHOOKS);

    @Test
    void isToldOfAnAlertThatNamesItOrNoOne() {
        assertThat(desk.wants(Samples.alert().build())).isTrue();
        assertThat(desk.wants(
                        Samples.alert().setReceivers(List.of("night", "desk")).build()))
                .isTrue();
        assertThat(desk.wants(Samples.alert().setReceivers(List.of("night")).build()))
                .isFalse();
    }

    @Test
    void isNotToldOfOldNewsReadLater() {
        assertThat(desk.wants(Samples.alert().setBackfill(true).build())).isFalse();
    }

    @Test
    void everyPartOfTheFilterMustHold() {
        Receiver choosy = Samples.receiver(
                Format.SLACK,
                new Filter(
                        Set.of(Severity.HIGH, Severity.CRITICAL),
                        Set.of("new-start"),
                        Set.of("arms-control", "energy"),
                        Set.of(Occasion.RAISED)));

        assertThat(choosy.wants(Samples.alert().build())).isTrue();
        assertThat(choosy.wants(Samples.alert().setSeverity(Severity.LOW).build()))
                .isFalse();
        assertThat(choosy.wants(Samples.alert().setWatchId("other").build())).isFalse();
        assertThat(choosy.wants(Samples.alert().setTopics(List.of("diplomacy")).build()))
                .isFalse();
        assertThat(choosy.wants(Samples.alert().setTopics(List.of()).build())).isFalse();
        assertThat(choosy.wants(Samples.alert().setRevision(2).build())).isFalse();
    }

    @Test
    void showsNoSecret() {
        Receiver slack = Samples.receiver(
                Format.SLACK, "https://hooks.example/T0/s3cr3t", Filter.ALL, Map.of("X-Key", new Secret("hidden")));

        assertThat(slack.toString())
                .isEqualTo("desk (slack, https://hooks.example/***)")
                .doesNotContain("s3cr3t", "hidden", "whsec_");
        assertThat(slack.headers().toString() + slack.secrets()).doesNotContain("hidden", "whsec_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/relative", "https://user@desk.example/", "mailto:desk@desk.example"})
    void refusesAUrlThatCannotBePostedTo(String url) {
        assertThatThrownBy(() -> Samples.receiver(Format.SLACK, url, Filter.ALL, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("url");
    }

    @Test
    void aRateIsGivenAsTheTimeBetweenDeliveries() {
        assertThat(RateLimit.perMinute(30).interval()).hasSeconds(2);
        assertThat(RateLimit.perMinute(30)).hasToString("30/min");
        assertThat(RateLimit.perSecond(4).interval()).hasMillis(250);
        assertThat(RateLimit.perSecond(4)).hasToString("4/s");
    }
}
