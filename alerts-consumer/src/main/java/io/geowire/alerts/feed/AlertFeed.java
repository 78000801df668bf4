package io.geowire.alerts.feed;

import io.geowire.alerts.AlertsMetrics;
import io.geowire.events.Alert;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.service.HttpRoute;
import io.geowire.service.Service;
import io.geowire.service.streams.Arrival;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows {@code news.alerts.v1}, from seven days back, and answers {@code GET /v1/alerts}. It is no member of a group: each instance
 * reads all of the topic, and so all answer the same.
 */
public final class AlertFeed implements Service {
    /** How far back alerts are shown. */
    static final Duration REACH = Duration.ofDays(7);

    /** How many alerts are shown at most, whatever is asked for. */
    static final int MAX_ALERTS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(AlertFeed.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long PAUSE_SECONDS = 5;

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Deserializer<Alert> values;
    private final AlertsMetrics metrics;
    private final Clock clock;
    private final FreshAlerts alerts = new FreshAlerts(MAX_ALERTS);
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "geowire-alert-feed");
    private volatile boolean current;
    private volatile @Nullable Consumer<String, byte[]> consumer;

    /**
     * @param consumers makes one that is assigned to nothing and reads what is committed
     * @param values of the topic
     */
    public AlertFeed(
            Supplier<Consumer<String, byte[]>> consumers,
            Deserializer<Alert> values,
            AlertsMetrics metrics,
            Clock clock) {
        this.consumers = consumers;
        this.values = values;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Begins to read, on a thread of its own. The topic exists. */
    @Override
    public void start() {
        thread.start();
    }

    /** Completes exceptionally when the topic can no longer be read. */
    @Override
    public CompletionStage<Void> failure() {
        return failure.minimalCompletionStage();
    }

    @Override
    public boolean live() {
        return !failure.isCompletedExceptionally();
    }

    /** Whether all has been read that was there at the start. */
    @Override
    public boolean ready() {
        return current;
    }

    @Override
    public List<HttpRoute> routes() {
        return List.of(new HttpRoute("GET", AlertsHandler.PATH, new AlertsHandler(this)));
    }

    List<AlertView> newest(int limit, FreshAlerts.Filter filter) {
        return alerts.newest(limit, filter, clock.instant().minus(REACH));
    }

    private void run() {
        try {
            while (closed.getCount() > 0) {
                try (Consumer<String, byte[]> opened = consumers.get()) {
                    consumer = opened;
                    follow(opened);
                } catch (RetriableException e) {
                    LOG.warn("cannot read {}, trying again: {}", Topics.ALERTS, e.toString());
                    pause();
                }
            }
        } catch (WakeupException e) {
            LOG.debug("ends", e);
        } catch (RuntimeException e) {
            failure.completeExceptionally(e);
        } finally {
            consumer = null;
        }
    }

    private void follow(Consumer<String, byte[]> opened) {
        Map<TopicPartition, Long> ends = seek(opened);
        boolean history = true;
        while (closed.getCount() > 0) {
            history =
                    history && ends.entrySet().stream().anyMatch(end -> opened.position(end.getKey()) < end.getValue());
            if (!history) {
                current = true;
            }
            for (ConsumerRecord<String, byte[]> record : opened.poll(POLL)) {
                if (record.key() != null) {
                    take(record, history);
                }
            }
        }
    }

    /** Goes back as far as alerts are shown. Returns where the partitions end now. */
    private Map<TopicPartition, Long> seek(Consumer<String, byte[]> opened) {
        List<TopicPartition> partitions = opened.partitionsFor(Topics.ALERTS).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        opened.assign(partitions);
        Map<TopicPartition, Long> ends = opened.endOffsets(partitions);
        Map<TopicPartition, Long> times = new HashMap<>();
        long since = clock.instant().minus(REACH).toEpochMilli();
        partitions.forEach(partition -> times.put(partition, since));
        Map<TopicPartition, OffsetAndTimestamp> starts = opened.offsetsForTimes(times);
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp start = starts.get(partition);
            opened.seek(partition, start == null ? ends.getOrDefault(partition, 0L) : start.offset());
        }
        return ends;
    }

    private void take(ConsumerRecord<String, byte[]> record, boolean history) {
        if (record.value() == null) {
            alerts.remove(record.key());
            return;
        }
        try {
            Alert alert = values.deserialize(record.topic(), record.headers(), record.value());
            Instant updatedAt = Instant.ofEpochMilli(record.timestamp());
            alerts.put(record.key(), updatedAt, AlertView.of(alert, updatedAt));
        } catch (SerializationException e) {
            LOG.warn("{}-{}@{} is not shown: {}", record.topic(), record.partition(), record.offset(), e.getMessage());
            return;
        }
        if (!history) {
            Arrival.of(record.headers()).ifPresent(arrival -> metrics.alerted(clock.millis() - arrival));
        }
    }

    private void pause() {
        try {
            if (closed.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.debug("ends");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        Consumer<String, byte[]> opened = consumer;
        if (opened != null) {
            opened.wakeup();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
