package io.geowire.alerts.dispatch;

import io.geowire.alerts.delivery.Backlog.Entry;
import io.geowire.alerts.delivery.Message;
import io.geowire.alerts.delivery.Receiver;
import io.geowire.alerts.delivery.Redaction;
import io.geowire.alerts.dispatch.Courier.Attempt;
import io.geowire.events.DeliveryRequest;
import io.geowire.events.ParkedDelivery;
import io.geowire.schemas.catalogue.Topics;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serializer;

/** Sets aside what a receiver does not take, in {@code news.deliveries.dlq.v1}. */
final class Parking {
    private final Serializer<ParkedDelivery> serializer;
    private final Outbox outbox;

    Parking(Serializer<ParkedDelivery> serializer, Outbox outbox) {
        this.serializer = serializer;
        this.outbox = outbox;
    }

    /**
     * Sets an alert aside and returns when the broker has it.
     *
     * @param last what the last attempt came to, if there was one
     * @throws org.apache.kafka.common.KafkaException if broker or registry cannot be reached or refuse
     */
    void park(Receiver receiver, Entry<Parcel> entry, Optional<Attempt> last, String reason) {
        Parcel parcel = entry.value();
        ParkedDelivery parked = ParkedDelivery.newBuilder()
                .setReceiver(receiver.name())
                .setWebhookId(parcel.message().id())
                .setReason(reason)
                .setAttempts(parcel.attempts())
                .setFirstAttemptAt(parcel.firstAttempt().orElse(null))
                .setLastAttemptAt(parcel.lastAttempt().orElse(null))
                .setRequest(request(receiver, parcel.message()))
                .setResponseStatus(last.map(Attempt::status).orElse(null))
                .setResponseBody(last.map(Attempt::excerpt).orElse(null))
                .setTopic(Topics.ALERTS)
                .setPartition(entry.partition())
                .setOffset(entry.offset())
                .setAlert(parcel.alert())
                .build();
        outbox.put(Topics.DELIVERIES_DLQ, key(parked), serializer.serialize(Topics.DELIVERIES_DLQ, parked));
    }

    /** The key of a parked delivery in its topic. */
    static String key(ParkedDelivery parked) {
        return parked.getReceiver() + "/" + parked.getWebhookId();
    }

    private static DeliveryRequest request(Receiver receiver, Message message) {
        return DeliveryRequest.newBuilder()
                .setMethod("POST")
                .setUrl(Redaction.address(receiver))
                .setContentType(message.contentType())
                .setBody(message.text())
                .build();
    }
}
