package io.geowire.ingest.publish;

import io.geowire.events.Article;
import io.geowire.events.DeadLetter;
import io.geowire.ingest.item.Origin;
import io.geowire.ingest.item.ReadResult.Fault;
import io.geowire.schemas.serde.MalformedRecordException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends articles to {@code news.articles.v1} and faults to {@code news.ingest.dlq.v1}. When the producer's buffer is full, the
 * caller waits: what is read never outruns the broker by more than that buffer.
 *
 * <p>A record that is too large is the fault of that record. Any other failure is the world's: it is thrown, at the latest
 * by {@link #flush}, and nothing is sent after it.
 */
public final class Publisher {
    private final Producer<String, byte[]> producer;
    private final Records records;
    private final Deliveries deliveries;

    /** Found by the producer's own thread, which must not wait for itself; sent by the caller's. */
    private final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();

    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /** What became of articles. */
    public interface Deliveries {
        /** The broker has it. Called by the producer's thread. */
        void delivered(Article article, Origin origin);

        /** It cannot be sent. Called by the thread that publishes. */
        void refused(Fault fault);
    }

    private record Refusal(Article article, Fault fault) {}

    /**
     * @param producer idempotent, so that order and number of records survive retries
     * @param application id for dead letters
     */
    public Publisher(
            Producer<String, byte[]> producer,
            Serializer<Article> articles,
            Serializer<DeadLetter> deadLetters,
            String application,
            Deliveries deliveries) {
        this.producer = producer;
        this.records = new Records(articles, deadLetters, application);
        this.deliveries = deliveries;
    }

    /**
     * Sends an article, keyed by its id.
     *
     * @throws KafkaException if broker or registry fail, now or with a record sent before
     */
    public void publish(Article article, Origin origin) {
        settle();
        ProducerRecord<String, byte[]> message;
        try {
            message = records.of(article);
        } catch (MalformedRecordException e) {
            refuse(article, origin, e);
            return;
        }
        send(message, (metadata, exception) -> {
            if (exception == null) {
                deliveries.delivered(article, origin);
            } else if (exception instanceof RecordTooLargeException) {
                refuse(article, origin, exception);
            } else {
                failure.compareAndSet(null, exception);
            }
        });
    }

    /**
     * Sends a fault of the input.
     *
     * @throws KafkaException if broker or registry fail, now or with a record sent before
     */
    public void setAside(Fault fault) {
        settle();
        send(null, fault);
    }

    /**
     * Waits until the broker has everything.
     *
     * @throws KafkaException if broker or registry failed
     */
    public void flush() {
        do {
            settle();
            producer.flush();
        } while (!refusals.isEmpty());
        settle();
    }

    private void refuse(Article article, Origin origin, Exception cause) {
        refusals.add(new Refusal(article, Records.refusal(article, origin, cause)));
    }

    private void settle() {
        Exception failed = failure.get();
        if (failed != null) {
            throw new KafkaException("cannot publish: " + failed.getMessage(), failed);
        }
        for (Refusal refusal = refusals.poll(); refusal != null; refusal = refusals.poll()) {
            send(refusal.article().getId(), refusal.fault());
            deliveries.refused(refusal.fault());
        }
    }

    private void send(@Nullable String key, Fault fault) {
        send(records.of(key, fault), (metadata, exception) -> {
            if (exception != null) {
                failure.compareAndSet(null, exception);
            }
        });
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The callback hears the same.
    private void send(ProducerRecord<String, byte[]> message, Callback callback) {
        producer.send(message, callback);
    }
}
