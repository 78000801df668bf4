package io.geowire.alerts.dispatch;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** Writes records and returns when the broker has them. Safe for use by several threads. */
final class Outbox {
    private final Producer<String, byte[]> producer;

    Outbox(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Writes one record.
     *
     * @param value null to remove the key
     * @throws KafkaException if the broker does not take it
     */
    void put(String topic, String key, byte @Nullable [] value) {
        try {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause
                    ? cause
                    : new KafkaException("cannot write to " + topic, e.getCause());
        }
    }
}
