package io.geowire.alerts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.failsafe.RetryPolicy;
import io.geowire.alerts.delivery.Filter;
import io.geowire.alerts.delivery.Format;
import io.geowire.alerts.delivery.RateLimit;
import io.geowire.alerts.delivery.Receiver;
import io.geowire.alerts.delivery.Samples;
import io.geowire.alerts.delivery.Verdict;
import io.geowire.events.Alert;
import io.geowire.events.DeadLetter;
import io.geowire.events.ParkedDelivery;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.schemas.serde.AvroSerdes;
import io.geowire.service.net.OutboundHttp;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;

/** A dispatcher over a topic of one partition in memory and real HTTP. It moves only when it is told to. */
final class DispatcherFixture implements AutoCloseable {
    static final TopicPartition PARTITION = new TopicPartition(Topics.ALERTS, 0);
    static final DeliveryLimits FAST = new DeliveryLimits(
            Duration.ofMillis(2), Duration.ofMillis(20), 1_000, Duration.ofMillis(20), Duration.ofHours(24));

    private static final Map<String, Object> CLIENTS = Map.of("schema.registry.url", "mock://dispatcher");
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    final LogConsumer consumer;
    final Dispatcher dispatcher;
    /** Added to the time that the dispatcher reads. */
    Duration ahead = Duration.ZERO;

    private final Serde<Alert> alerts = AvroSerdes.value(Alert.class, CLIENTS);
    private final Serde<ParkedDelivery> parked = AvroSerdes.value(ParkedDelivery.class, CLIENTS);
    private final Serde<DeadLetter> letters = AvroSerdes.value(DeadLetter.class, CLIENTS);
    private final OutboundHttp http = OutboundHttp.create();

    DispatcherFixture(Receiver receiver) {
        this(receiver, FAST, new Log());
    }

    DispatcherFixture(Receiver receiver, DeliveryLimits limits, Log log) {
        this(receiver, limits, log, null);
    }

    /** @param committed by the group before; null if nothing was */
    DispatcherFixture(Receiver receiver, DeliveryLimits limits, Log log, OffsetAndMetadata committed) {
        InstantSource clock = () -> InstantSource.system().instant().plus(ahead);
        consumer = new LogConsumer(log);
        Outbox outbox = new Outbox(producer);
        RetryPolicy<Verdict> policy = Parcel.policy(limits);
        dispatcher = new Dispatcher(
                receiver,
                consumer,
                new ParcelReader(receiver, policy, alerts.deserializer(), letters.serializer(), outbox),
                new HttpCourier(receiver, http, clock),
                new Parking(parked.serializer(), outbox),
                limits,
                new MicrometerDeliveryMetrics(meters, receiver.name()),
                clock);
        dispatcher.begin();
        consumer.join(committed);
    }

    /** A receiver at an address, which may be private and http. */
    static Receiver receiver(URI url) {
        return receiver(url, new RateLimit(1_000, Duration.ofSeconds(1)), true);
    }

    static Receiver receiver(URI url, RateLimit rate, boolean allowPrivate) {
        return receiver(url, rate, allowPrivate, Receiver.DEFAULT_GIVE_UP_AFTER);
    }

    static Receiver receiver(URI url, RateLimit rate, boolean allowPrivate, Duration giveUpAfter) {
        return new Receiver(
                "desk",
                url,
                Format.STANDARD_WEBHOOKS,
                List.of(Samples.SECRET),
                Map.of(),
                Duration.ofSeconds(1),
                rate,
                Filter.ALL,
                true,
                allowPrivate,
                giveUpAfter);
    }

    /** Writes an alert of a story to the topic; its id is {@code <story>-<revision>}. */
    void alert(String story, int revision) {
        alert(story, revision, System.currentTimeMillis());
    }

    static byte[] bytes(Alert alert) {
        return AvroSerdes.value(Alert.class, CLIENTS).serializer().serialize(Topics.ALERTS, alert);
    }

    void alert(String story, int revision, long arrived) {
        Alert alert = Samples.alert()
                .setAlertId(story)
                .setStoryId(story)
                .setRevision(revision)
                .build();
        record("new-start/" + story, bytes(alert), arrived);
    }

    void record(String key, byte[] value, long arrived) {
        consumer.log.append(key, value, arrived);
        consumer.refresh();
    }

    /** Lets it work until something holds. */
    void until(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - start).as("waited in vain").isLessThan(PATIENCE);
            dispatcher.step();
        }
    }

    /** Lets it work until all is finished and committed. */
    void untilDone() {
        until(() -> committed().map(OffsetAndMetadata::offset).orElse(-1L) == consumer.log.records.size());
    }

    Optional<OffsetAndMetadata> committed() {
        return Optional.ofNullable(consumer.committed(Set.of(PARTITION)).get(PARTITION));
    }

    List<ParkedDelivery> parked() {
        return producer.history().stream()
                .filter(record -> record.topic().equals(Topics.DELIVERIES_DLQ))
                .map(record -> parked.deserializer().deserialize(record.topic(), record.value()))
                .toList();
    }

    List<DeadLetter> letters() {
        return producer.history().stream()
                .filter(record -> record.topic().equals(Topics.ALERTS_DLQ))
                .map(record -> letters.deserializer().deserialize(record.topic(), record.value()))
                .toList();
    }

    @Override
    public void close() {
        dispatcher.end();
        http.close();
    }

    /** What the topic holds. */
    static final class Log {
        private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

        private void append(String key, byte[] value, long arrived) {
            records.add(new ConsumerRecord<>(
                    PARTITION.topic(),
                    PARTITION.partition(),
                    records.size(),
                    arrived,
                    TimestampType.LOG_APPEND_TIME,
                    0,
                    value == null ? 0 : value.length,
                    key,
                    value,
                    new RecordHeaders(),
                    Optional.empty()));
        }
    }

    /** Kafka's own mock, which can seek in a log and does not spin. */
    static final class LogConsumer extends MockConsumer<String, byte[]> {
        private final Log log;
        private int added;
        private OffsetAndMetadata before;

        private LogConsumer(Log log) {
            super("earliest");
            this.log = log;
        }

        private void join(OffsetAndMetadata before) {
            updateBeginningOffsets(Map.of(PARTITION, 0L));
            this.before = before;
            refresh();
            rebalance(List.of(PARTITION));
            added = (int) position(PARTITION);
            refresh();
        }

        private void refresh() {
            updateEndOffsets(Map.of(PARTITION, (long) log.records.size()));
            while (!assignment().isEmpty() && added < log.records.size()) {
                addRecord(log.records.get(added++));
            }
        }

        @Override
        public synchronized ConsumerRecords<String, byte[]> poll(Duration timeout) {
            ConsumerRecords<String, byte[]> records = super.poll(timeout);
            if (records.isEmpty()) {
                LockSupport.parkNanos(Math.min(timeout.toNanos(), TimeUnit.MILLISECONDS.toNanos(2)));
            }
            return records;
        }

        @Override
        public synchronized Map<TopicPartition, OffsetAndMetadata> committed(Set<TopicPartition> partitions) {
            Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>(super.committed(partitions));
            committed.putIfAbsent(PARTITION, before);
            return committed;
        }

        @Override
        public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(Map<TopicPartition, Long> times) {
            Map<TopicPartition, OffsetAndTimestamp> found = new HashMap<>();
            times.forEach((partition, time) -> found.put(
                    partition,
                    log.records.stream()
                            .filter(record -> record.timestamp() >= time)
                            .findFirst()
                            .map(record -> new OffsetAndTimestamp(record.offset(), record.timestamp()))
                            .orElse(null)));
            return found;
        }
    }
}
