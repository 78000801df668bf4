package io.geowire.alerts.dispatch;

import dev.failsafe.RetryPolicy;
import io.geowire.alerts.delivery.Receiver;
import io.geowire.alerts.delivery.Verdict;
import io.geowire.events.Alert;
import io.geowire.events.DeadLetter;
import io.geowire.events.ParkedDelivery;
import io.geowire.schemas.serde.AvroSerdes;
import io.geowire.service.Service;
import io.geowire.service.net.OutboundHttp;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Delivers alerts, each receiver by itself: what one of them does concerns no other. A receiver that fails is no failure of the
 * service.
 */
public final class DeliveryService implements Service {
    static final String GROUP_PREFIX = "geowire-delivery-";

    /** A request under way may end by itself. */
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(3);

    private static final long ABORT_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** A write that the broker does not take would hold the end up for minutes. */
    private static final Duration WRITE_PATIENCE = Duration.ofSeconds(1);

    private final Producer<String, byte[]> producer;
    private final List<DeliveryThread> threads = new ArrayList<>();
    private final CompletableFuture<Void> failure = new CompletableFuture<>();

    /**
     * Connects to nothing yet.
     *
     * @param clients Kafka's and the registry's settings, by their own keys
     * @throws org.apache.kafka.common.KafkaException if the settings are wrong
     */
    public DeliveryService(
            Map<String, Object> clients, List<Receiver> receivers, DeliveryLimits limits, MeterRegistry meters) {
        producer = new KafkaProducer<>(
                DeliveryClients.producer(clients), new StringSerializer(), new ByteArraySerializer());
        Outbox outbox = new Outbox(producer);
        Parking parking =
                new Parking(AvroSerdes.value(ParkedDelivery.class, clients).serializer(), outbox);
        InstantSource clock = InstantSource.system();
        for (Receiver receiver : receivers) {
            RetryPolicy<Verdict> policy = Parcel.policy(limits);
            ParcelReader reader = new ParcelReader(
                    receiver,
                    policy,
                    AvroSerdes.value(Alert.class, clients).deserializer(),
                    AvroSerdes.value(DeadLetter.class, clients).serializer(),
                    outbox);
            OutboundHttp http = OutboundHttp.create();
            Dispatcher dispatcher = new Dispatcher(
                    receiver,
                    new KafkaConsumer<>(
                            DeliveryClients.consumer(clients, group(receiver)),
                            new StringDeserializer(),
                            new ByteArrayDeserializer()),
                    reader,
                    new HttpCourier(receiver, http, clock),
                    parking,
                    limits,
                    new MicrometerDeliveryMetrics(meters, receiver.name()),
                    clock);
            threads.add(new DeliveryThread(receiver.name(), dispatcher, http, failure));
        }
    }

    /** The consumer group of a receiver. */
    public static String group(Receiver receiver) {
        return GROUP_PREFIX + receiver.name();
    }

    @Override
    public void start() {
        threads.forEach(DeliveryThread::start);
    }

    /** How each receiver stands, in the order in which they were given. */
    public List<DeliveryStatus> status() {
        return threads.stream().map(DeliveryThread::status).toList();
    }

    @Override
    public CompletionStage<Void> failure() {
        return failure.minimalCompletionStage();
    }

    @Override
    public boolean live() {
        return !failure.isCompletedExceptionally();
    }

    /** Deliveries are no part of readiness: a receiver that is down says nothing of this process. */
    @Override
    public boolean ready() {
        return live();
    }

    /** Ends within ten seconds: what is under way is finished or given up, what is done is committed. */
    @Override
    public void close() {
        threads.forEach(DeliveryThread::stop);
        long grace = System.nanoTime() + GRACE_NANOS;
        threads.forEach(thread -> thread.awaitEnd(grace));
        threads.forEach(DeliveryThread::abort);
        long end = System.nanoTime() + ABORT_NANOS;
        threads.forEach(thread -> thread.awaitEnd(end));
        producer.close(WRITE_PATIENCE);
    }
}
