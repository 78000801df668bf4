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
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Chooses among what was set aside for receivers and was not delivered since. */
final class ParkedDeliveries {
    /**
     * One of them.
     *
     * @param at when it was set aside
     */
    record Parked(Instant at, ParkedDelivery delivery) {}

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
            try (TopicTail<ParkedDelivery> tail = TopicTail.fromBeginning(
                    clients,
                    Topics.DELIVERIES_DLQ,
                    AvroSerdes.value(ParkedDelivery.class, clients).deserializer())) {
                tail.catchUp(record -> {
                    latest.remove(record.key());
                    if (record.value() != null) {
                        latest.put(record.key(), new Parked(Instant.ofEpochMilli(record.timestamp()), record.value()));
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

    private static boolean exists(Admin admin) throws InterruptedException {
        try {
            return admin.listTopics().names().get().contains(Topics.DELIVERIES_DLQ);
        } catch (ExecutionException e) {
            throw new KafkaException("cannot ask the broker for its topics", e.getCause());
        }
    }
}
