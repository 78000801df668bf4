package io.geowire.standalone.registry;

import static java.util.Map.entry;

import io.geowire.schemas.catalogue.TopicProvisioner;
import io.geowire.schemas.catalogue.TopicSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Events in a compacted topic of one partition. Whoever appends sees what was written only once it was read back. */
final class EventLog implements AutoCloseable {
    /** More than a request may have: a schema grows when it is written in Avro's own layout. */
    private static final int MAX_MESSAGE_BYTES = 4 << 20;

    private static final String CLIENT_ID = "geowire-registry";

    static final TopicSpec TOPIC = new TopicSpec(
            "news.schemas.v1",
            CLIENT_ID,
            "what the event is about",
            "JSON",
            1,
            Map.of(
                    "cleanup.policy", "compact",
                    "max.message.bytes", String.valueOf(MAX_MESSAGE_BYTES),
                    "message.timestamp.type", "LogAppendTime"),
            "Versions and compatibility levels of the embedded schema registry. Compacted: nothing is ever lost.");

    private static final TopicPartition PARTITION = new TopicPartition(TOPIC.name(), 0);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Consumer<RegistryEvent> sink;

    private EventLog(String bootstrapServers, Consumer<RegistryEvent> sink) {
        this.sink = sink;
        this.consumer = new KafkaConsumer<>(
                Map.ofEntries(
                        entry("bootstrap.servers", bootstrapServers),
                        entry("client.id", CLIENT_ID),
                        entry("enable.auto.commit", false),
                        entry("allow.auto.create.topics", false),
                        // It reads only what is there. A fetch that waits would hold up the requests behind it.
                        entry("fetch.max.wait.ms", 0),
                        entry("default.api.timeout.ms", (int) PATIENCE.toMillis())),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        this.producer = new KafkaProducer<>(
                Map.ofEntries(
                        entry("bootstrap.servers", bootstrapServers),
                        entry("client.id", CLIENT_ID),
                        entry("acks", "all"),
                        entry("enable.idempotence", true),
                        entry("linger.ms", 0),
                        entry("max.request.size", MAX_MESSAGE_BYTES),
                        entry("max.block.ms", PATIENCE.toMillis()),
                        entry("request.timeout.ms", (int) PATIENCE.toMillis() / 2),
                        entry("delivery.timeout.ms", (int) PATIENCE.toMillis())),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /**
     * Creates the topic if it is missing and hands all events to {@code sink}.
     *
     * @param sink called by the thread that opens, appends or catches up
     * @throws StorageException if the broker cannot be reached or the topic holds something else
     */
    static EventLog open(String bootstrapServers, Consumer<RegistryEvent> sink) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            TopicProvisioner.ensure(admin, List.of(TOPIC));
        } catch (KafkaException e) {
            throw new StorageException("topic %s cannot be opened: %s".formatted(TOPIC.name(), e.getMessage()), e);
        }
        EventLog log = new EventLog(bootstrapServers, sink);
        try {
            log.consumer.assign(List.of(PARTITION));
            log.consumer.seekToBeginning(List.of(PARTITION));
            log.catchUp();
            return log;
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    /** Hands on what was written and not read yet, also by an append that failed half-way. */
    synchronized void catchUp() {
        try {
            readTo(consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L));
        } catch (KafkaException e) {
            throw new StorageException("topic %s cannot be read: %s".formatted(TOPIC.name(), e.getMessage()), e);
        }
    }

    /**
     * Writes events and returns when they were read back.
     *
     * @throws StorageException if that is not certain
     */
    synchronized void append(List<? extends RegistryEvent> events) {
        try {
            List<Future<RecordMetadata>> written = new ArrayList<>();
            for (RegistryEvent event : events) {
                written.add(
                        producer.send(new ProducerRecord<>(TOPIC.name(), 0, event.key(), EventCodec.encode(event))));
            }
            long last = -1;
            for (Future<RecordMetadata> record : written) {
                last = Math.max(last, record.get().offset());
            }
            readTo(last + 1);
        } catch (ExecutionException e) {
            throw new StorageException("topic %s cannot be written to: %s".formatted(TOPIC.name(), e.getCause()), e);
        } catch (KafkaException e) {
            throw new StorageException("topic %s cannot be written to: %s".formatted(TOPIC.name(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException("interrupted while writing to topic " + TOPIC.name(), e);
        }
    }

    private void readTo(long end) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.position(PARTITION) < end) {
            if (System.nanoTime() - deadline > 0) {
                throw new StorageException(
                        "topic %s cannot be read to offset %d within %d s"
                                .formatted(TOPIC.name(), end, PATIENCE.toSeconds()),
                        null);
            }
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                apply(record);
            }
        }
    }

    private void apply(ConsumerRecord<String, byte[]> record) {
        try {
            sink.accept(EventCodec.decode(record.value()));
        } catch (IOException | RuntimeException e) {
            // Nothing after it is read before it is.
            consumer.seek(PARTITION, record.offset());
            throw new StorageException(
                    "topic %s holds no registry event at offset %d: %s"
                            .formatted(TOPIC.name(), record.offset(), e.getMessage()),
                    e);
        }
    }

    @Override
    public void close() {
        // Ends an append that waits for a broker which is gone.
        producer.close(Duration.ZERO);
        consumer.wakeup();
        synchronized (this) {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
    }
}
