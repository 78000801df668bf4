package io.geowire.alerts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliveryClientsTest {
    @Test
    void whatDeliveryDependsOnCannotBeChanged() {
        Map<String, Object> consumer = DeliveryClients.consumer(
                Map.of(
                        "group.id", "other",
                        "isolation.level", "read_uncommitted",
                        "enable.auto.commit", "true",
                        "max.poll.records", "5000"),
                "geowire-delivery-desk");

        assertThat(consumer)
                .containsEntry("group.id", "geowire-delivery-desk")
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("enable.auto.commit", false)
                .containsEntry("max.poll.records", 100);
        assertThat(DeliveryClients.producer(Map.of("acks", "1"))).containsEntry("acks", "all");
    }

    @Test
    void allElseCan() {
        assertThat(DeliveryClients.consumer(Map.of("session.timeout.ms", "9000"), "g"))
                .containsEntry("session.timeout.ms", "9000");
    }

    @Test
    void newGroupProtocolIsNotGivenWhatItRefuses() {
        assertThat(DeliveryClients.consumer(Map.of("group.protocol", "consumer"), "g"))
                .doesNotContainKeys("session.timeout.ms", "heartbeat.interval.ms", "partition.assignment.strategy");
    }
}
