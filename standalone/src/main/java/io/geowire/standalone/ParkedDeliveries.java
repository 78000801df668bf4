package io.geowire.standalone;

import io.geowire.events.ParkedDelivery;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.schemas.serde.AvroSerdes;
import io.geowire.standalone.pipeline.TopicTail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** Chooses among what was set aside for receivers and was not delivered since. */
final class ParkedDeliveries {
    /**
     * One of them.
     *
     * @param at when it was set aside
     */
    record Parked(Instant at, ParkedDelivery delivery) {}

    private static final Logger LOG = LoggerFactory.getLogger(ParkedDeliveries.class);

    @Option(names = "--receiver", paramLabel = "NAME", description = "Of this receiver alone.")
    private @Nullable String receiver;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Set aside at this time or later: 2026-02-06T10:00:00Z, 2026-02-06, or PT24H ago.")
    private @Nullable Instant since;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Set aside before this time.")
    private @Nullable Instant until;

    /** Whether a receiver is among those that were asked for. */
    boolean isChosen(String name) {
        return receiver == null || receiver.equals(name);
    }

    /** Those that were asked for, the longest ago first. */
    List<Parked> read(Map<String, Object> clients, Admin admin) throws InterruptedException {
        Map<String, Parked> latest = new LinkedHashMap<>();
        if (exists(admin)) {
            Deserializer<ParkedDelivery> values =
                    AvroSerdes.value(ParkedDelivery.class, clients).deserializer();
            try (TopicTail<byte[]> tail =
                    TopicTail.fromBeginning(clients, Topics.DELIVERIES_DLQ, new ByteArrayDeserializer())) {
                tail.catchUp(record -> {
                    latest.remove(record.key());
                    if (record.value() != null) {
                        read(record, values).ifPresent(parked -> latest.put(record.key(), parked));
                    }
                });
            }
        }
        List<Parked> chosen = new ArrayList<>(latest.values());
        chosen.removeIf(parked -> !isChosen(parked.delivery().getReceiver())
                || (since != null && parked.at().isBefore(since))
                || (until != null && !parked.at().isBefore(until)));
        return chosen;
    }

    /** Others may write to the topic, too: what is no parked delivery is passed over. */
    private static Optional<Parked> read(ConsumerRecord<String, byte[]> record, Deserializer<ParkedDelivery> values) {
        try {
            return Optional.of(new Parked(
                    Instant.ofEpochMilli(record.timestamp()), values.deserialize(record.topic(), record.value())));
        } catch (SerializationException e) {
            LOG.warn("{}@{} is no parked delivery: {}", record.topic(), record.offset(), e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean exists(Admin admin) throws InterruptedException {
        try {
            return admin.listTopics().names().get().contains(Topics.DELIVERIES_DLQ);
        } catch (ExecutionException e) {
            throw new KafkaException("cannot ask the broker for its topics", e.getCause());
        }
    }
}
