package io.geowire.alerts.dispatch;

import io.geowire.alerts.delivery.Backlog;
import io.geowire.alerts.delivery.Backlog.Entry;
import io.geowire.alerts.delivery.Progress;
import io.geowire.alerts.delivery.Receiver;
import io.geowire.alerts.delivery.Verdict;
import io.geowire.alerts.dispatch.Courier.Attempt;
import io.geowire.schemas.catalogue.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers to one receiver, as one member of the receiver's consumer group. The log is the retry queue: an alert that the
 * receiver does not take stays open, and with it the later ones of its story, while others go on. Reading pauses while
 * enough is open. One request at a time; the thread that makes it is the one that polls, so no alert changes hands in the middle of
 * a request.
 */
final class Dispatcher {
    /** How long to wait for records while nothing is due. It bounds how fast a stop is seen. */
    private static final long POLL_MS = 200;

    private static final Duration LEAVE_PATIENCE = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Receiver receiver;
    private final Consumer<String, byte[]> consumer;
    private final ParcelReader reader;
    private final Courier courier;
    private final Parking parking;
    private final DeliveryMetrics metrics;
    private final InstantSource clock;

    private final Backlog<Parcel> backlog = new Backlog<>();
    private final Gate gate;
    private final StartOffsets starts;
    private final Commits commits;
    private final String address;
    private boolean gone;
    private long accepted;
    private long parked;
    private @Nullable String failure;
    private volatile DeliveryStatus status;

    Dispatcher(
            Receiver receiver,
            Consumer<String, byte[]> consumer,
            ParcelReader reader,
            Courier courier,
            Parking parking,
            DeliveryLimits limits,
            DeliveryMetrics metrics,
            InstantSource clock) {
        this.receiver = receiver;
        this.consumer = consumer;
        this.reader = reader;
        this.courier = courier;
        this.parking = parking;
        this.metrics = metrics;
        this.clock = clock;
        gate = new Gate(limits, receiver.rate());
        starts = new StartOffsets(consumer, limits.startAge());
        commits = new Commits(consumer);
        address = AddressMark.of(receiver.url());
        status = new DeliveryStatus(receiver.name(), 0, 0, null, false);
    }

    /** Joins the group. */
    void begin() {
        consumer.subscribe(List.of(Topics.ALERTS), new Assignment());
    }

    /** Reads what is there, makes one request at most, and has the progress committed. */
    void step() {
        consumer.poll(Duration.ofMillis(idleFor(clock.millis()))).forEach(this::take);
        for (TopicPartition partition : consumer.assignment()) {
            backlog.advance(partition.partition(), consumer.position(partition));
        }
        work();
        readOrPause();
        commits.begin(offsets());
        report();
    }

    /** Commits what is done and leaves the group. */
    void end() {
        commits.complete(offsets());
        consumer.close(CloseOptions.timeout(LEAVE_PATIENCE));
    }

    /** How it stands; for any thread. */
    DeliveryStatus status() {
        return status;
    }

    /** How long there is nothing to do but to wait for records. */
    private long idleFor(long now) {
        OptionalLong due = backlog.due();
        if (due.isEmpty()) {
            return POLL_MS;
        }
        if (gone) {
            return 0;
        }
        long untilDue = gate.isOnTrial() ? 0 : Math.max(0, due.getAsLong() - now);
        return Math.min(POLL_MS, Math.max(untilDue, gate.closedFor(now)));
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (backlog.awaits(record.partition(), record.offset())) {
            reader.read(record)
                    .ifPresent(parcel -> backlog.add(new Entry<>(
                            record.partition(),
                            record.offset(),
                            String.valueOf(record.key()),
                            record.timestamp(),
                            parcel)));
        }
    }

    private void work() {
        long now = clock.millis();
        if (gone) {
            backlog.probe()
                    .ifPresent(
                            entry -> park(entry, Optional.empty(), "the receiver is disabled: it answered 410, gone"));
            return;
        }
        Optional<Entry<Parcel>> next = gate.isOnTrial() ? backlog.probe() : backlog.next(now);
        if (next.isPresent() && gate.tryPass(now)) {
            attempt(next.get());
        }
    }

    private void attempt(Entry<Parcel> entry) {
        long started = System.nanoTime();
        entry.value().attempted(clock.instant());
        Attempt attempt = courier.attempt(entry.value().message());
        Verdict verdict = attempt.verdict();
        metrics.attempted(outcome(verdict), System.nanoTime() - started);
        if (verdict instanceof Verdict.Retry retry) {
            failed(entry, attempt, retry);
            return;
        }
        if (gate.up()) {
            LOG.info("receiver '{}' is up again", receiver.name());
            backlog.hasten(clock.millis());
        }
        failure = null;
        if (verdict instanceof Verdict.Refused refused) {
            park(entry, Optional.of(attempt), refused.reason());
        } else if (verdict instanceof Verdict.Gone answer) {
            disable(answer.reason());
            park(entry, Optional.of(attempt), answer.reason());
        } else {
            accepted++;
            backlog.finish(entry);
            metrics.delivered(clock.millis() - entry.arrived());
        }
    }

    private static String outcome(Verdict verdict) {
        return verdict.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private void failed(Entry<Parcel> entry, Attempt attempt, Verdict.Retry retry) {
        failure = retry.reason();
        if (gate.down()) {
            LOG.warn("receiver '{}' is down, its alerts wait: {}", receiver.name(), retry.reason());
        }
        long now = clock.millis();
        retry.askedPause().ifPresent(asked -> gate.hold(now + asked.toMillis()));
        Duration wait = entry.value().failed(retry, accepted);
        if (entry.value().faults() >= DeliveryLimits.POISON) {
            park(
                    entry,
                    Optional.of(attempt),
                    "failed %d times while other alerts were accepted: %s"
                            .formatted(entry.value().attempts(), retry.reason()));
        } else if (now - entry.arrived() > receiver.giveUpAfter().toMillis()) {
            park(
                    entry,
                    Optional.of(attempt),
                    "not delivered within %s: %s".formatted(receiver.giveUpAfter(), retry.reason()));
        } else {
            backlog.postpone(entry, now + wait.toMillis());
        }
    }

    private void park(Entry<Parcel> entry, Optional<Attempt> last, String reason) {
        parking.park(receiver, entry, last, reason);
        backlog.finish(entry);
        parked++;
        metrics.parked();
        LOG.warn(
                "alert {} for receiver '{}' is set aside in {}: {}",
                entry.value().message().id(),
                receiver.name(),
                Topics.DELIVERIES_DLQ,
                reason);
    }

    private void disable(String reason) {
        gone = true;
        LOG.error(
                "receiver '{}' is disabled: {}. Its alerts are set aside from now on in {}",
                receiver.name(),
                reason,
                Topics.DELIVERIES_DLQ);
    }

    private void readOrPause() {
        for (TopicPartition partition : consumer.assignment()) {
            if (backlog.hasEnough(partition.partition())) {
                consumer.pause(List.of(partition));
            } else {
                consumer.resume(List.of(partition));
            }
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> offsets() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        backlog.progress().forEach((partition, progress) -> {
            Progress marked = progress.withGone(gone ? address : null);
            offsets.put(
                    new TopicPartition(Topics.ALERTS, partition),
                    new OffsetAndMetadata(marked.offset(), marked.metadata()));
        });
        return offsets;
    }

    private void report() {
        long unread = 0;
        for (TopicPartition partition : consumer.assignment()) {
            unread += consumer.currentLag(partition).orElse(0);
        }
        long open = unread + backlog.size();
        OptionalLong oldest = backlog.oldest();
        metrics.state(
                open, oldest.isPresent() ? Math.max(0, clock.millis() - oldest.getAsLong()) : 0, gate.circuit(), gone);
        status = new DeliveryStatus(receiver.name(), open, parked, failure, gone);
    }

    private final class Assignment implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            starts.of(partitions, clock.millis()).forEach((partition, progress) -> {
                consumer.seek(partition, progress.offset());
                backlog.assign(partition.partition(), progress);
                if (!gone && progress.goneAddress().filter(address::equals).isPresent()) {
                    disable("it answered 410, gone, before");
                }
            });
            commits.complete(offsets());
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            Map<TopicPartition, OffsetAndMetadata> offsets = offsets();
            offsets.keySet().retainAll(partitions);
            commits.complete(offsets);
            onPartitionsLost(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            partitions.forEach(partition -> backlog.revoke(partition.partition()));
            commits.forget(partitions);
        }
    }
}
