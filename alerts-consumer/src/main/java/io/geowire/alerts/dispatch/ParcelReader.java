package io.geowire.alerts.dispatch;

import dev.failsafe.RetryPolicy;
import io.geowire.alerts.delivery.Receiver;
import io.geowire.alerts.delivery.Verdict;
import io.geowire.alerts.delivery.format.Messages;
import io.geowire.events.Alert;
import io.geowire.events.DeadLetter;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.service.DeadLetters;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes parcels for one receiver of the records of the topic. What is no alert goes to the dead letters. */
final class ParcelReader {
    private static final Logger LOG = LoggerFactory.getLogger(ParcelReader.class);

    private final Receiver receiver;
    private final RetryPolicy<Verdict> policy;
    private final Deserializer<Alert> alerts;
    private final Serializer<DeadLetter> letters;
    private final DeadLetters deadLetters;
    private final Outbox outbox;

    ParcelReader(
            Receiver receiver,
            RetryPolicy<Verdict> policy,
            Deserializer<Alert> alerts,
            Serializer<DeadLetter> letters,
            Outbox outbox) {
        this.receiver = receiver;
        this.policy = policy;
        this.alerts = alerts;
        this.letters = letters;
        this.deadLetters = new DeadLetters(DeliveryService.group(receiver));
        this.outbox = outbox;
    }

    /**
     * The parcel of a record; empty if it holds no alert, or none that the receiver wants.
     *
     * @throws org.apache.kafka.common.KafkaException if registry or broker cannot be reached or refuse
     */
    Optional<Parcel> read(ConsumerRecord<String, byte[]> record) {
        Alert alert;
        try {
            alert = alerts.deserialize(record.topic(), record.value());
        } catch (SerializationException e) {
            setAside(record, e);
            return Optional.empty();
        }
        if (alert == null || !receiver.wants(alert)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Parcel(alert, Messages.render(receiver, alert), policy));
        } catch (RuntimeException e) {
            // Rendering depends on nothing but the alert: others are not affected.
            setAside(record, e);
            return Optional.empty();
        }
    }

    private void setAside(ConsumerRecord<String, byte[]> record, Exception fault) {
        String place = "%s-%d@%d".formatted(record.topic(), record.partition(), record.offset());
        LOG.warn("{} set aside in {}: {}", place, Topics.ALERTS_DLQ, fault.toString());
        byte[] key = record.key() == null ? null : record.key().getBytes(StandardCharsets.UTF_8);
        DeadLetter letter =
                deadLetters.ofRecord(fault, record.topic(), record.partition(), record.offset(), key, record.value());
        outbox.put(Topics.ALERTS_DLQ, place, letters.serialize(Topics.ALERTS_DLQ, letter));
    }
}
