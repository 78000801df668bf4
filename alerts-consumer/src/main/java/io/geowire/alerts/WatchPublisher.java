package io.geowire.alerts;

import io.geowire.events.Watch;
import io.geowire.schemas.catalogue.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@code news.watches.v1} hold the watches of a file and no others. What is there already is not written again, so that
 * several instances with the same file, and a restart, change nothing.
 */
final class WatchPublisher {
    private static final Duration POLL = Duration.ofMillis(500);

    /** So many polls in a row may bring nothing: half a minute. */
    private static final int MAX_SILENCE = 60;

    private final Consumer<String, byte[]> consumer;
    private final Producer<String, byte[]> producer;
    private final Serde<Watch> serde;

    /** @param consumer of a single use, assigned to nothing yet */
    WatchPublisher(Consumer<String, byte[]> consumer, Producer<String, byte[]> producer, Serde<Watch> serde) {
        this.consumer = consumer;
        this.producer = producer;
        this.serde = serde;
    }

    /**
     * Writes what differs and waits until the broker has it.
     *
     * @return how many records were written
     * @throws KafkaException if the broker or the registry cannot be reached or refuses
     */
    int publish(Collection<Watch> wanted) {
        Map<String, byte[]> published = read();
        Map<String, Optional<Watch>> changes = new LinkedHashMap<>();
        for (Watch watch : wanted) {
            if (!isSame(watch, published.remove(watch.getId()))) {
                changes.put(watch.getId(), Optional.of(watch));
            }
        }
        published.keySet().forEach(gone -> changes.put(gone, Optional.empty()));
        write(changes);
        return changes.size();
    }

    /** The last value of each key. A poll may come back empty before the end: only the position tells. */
    private Map<String, byte[]> read() {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.WATCHES).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
        Map<String, byte[]> values = new TreeMap<>();
        int silence = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            silence = records.isEmpty() ? silence + 1 : 0;
            if (silence > MAX_SILENCE) {
                throw new TimeoutException("cannot read " + Topics.WATCHES + " to its end: the broker does not answer");
            }
            for (ConsumerRecord<String, byte[]> record : records) {
                if (record.key() != null && record.value() != null) {
                    values.put(record.key(), record.value());
                } else if (record.key() != null) {
                    values.remove(record.key());
                }
            }
        }
        return values;
    }

    private boolean isSame(Watch wanted, byte @Nullable [] published) {
        if (published == null) {
            return false;
        }
        try {
            return wanted.equals(serde.deserializer().deserialize(Topics.WATCHES, published));
        } catch (SerializationException e) {
            return false; // What cannot be read is replaced.
        }
    }

    private void write(Map<String, Optional<Watch>> changes) {
        List<Future<?>> sent = new ArrayList<>();
        changes.forEach((id, watch) -> {
            byte[] value = watch.map(w -> serde.serializer().serialize(Topics.WATCHES, w))
                    .orElse(null);
            sent.add(producer.send(new ProducerRecord<>(Topics.WATCHES, id, value)));
        });
        producer.flush();
        sent.forEach(WatchPublisher::await);
    }

    private static void await(Future<?> sent) {
        try {
            sent.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause
                    ? cause
                    : new KafkaException("cannot write to " + Topics.WATCHES, e.getCause());
        }
    }
}
