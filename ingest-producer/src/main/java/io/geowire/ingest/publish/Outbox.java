package io.geowire.ingest.publish;

import io.geowire.events.Article;
import io.geowire.ingest.item.Origin;
import io.geowire.ingest.item.ReadResult.Fault;
import io.geowire.ingest.metrics.IngestMetrics;
import io.geowire.schemas.serde.MalformedRecordException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Sends what long-running sources read to {@code news.articles.v1}. Many threads may share it.
 *
 * <p>Each article is answered for by itself. When the broker fails, what was sent then fails, and what is sent later has a
 * chance of its own; a source that sends again what failed loses nothing and doubles nothing, since an article that did get
 * through is dropped downstream by its id and content. Only a broker that refuses this process altogether is its end.
 */
public final class Outbox {
    private final Producer<String, byte[]> producer;
    private final Serializer<Article> articles;
    private final IngestMetrics metrics;
    private final CompletableFuture<Void> failure = new CompletableFuture<>();

    /** What became of an article. */
    public sealed interface Outcome {
        /** The broker has it. */
        record Delivered() implements Outcome {}

        /** No broker would take it, because of what it holds. */
        record Refused(Fault fault) implements Outcome {}
    }

    /** @param producer idempotent; it decides how long {@link #send} may wait for room in its buffer */
    public Outbox(Producer<String, byte[]> producer, Serializer<Article> articles, IngestMetrics metrics) {
        this.producer = producer;
        this.articles = articles;
        this.metrics = metrics;
    }

    /**
     * Sends an article, keyed by its id. Two articles sent by one thread reach the broker in that order, unless the first one
     * fails.
     *
     * @return completes with the outcome, on the producer's thread; exceptionally with a {@link KafkaException} if broker or
     *     registry fail
     */
    public CompletableFuture<Outcome> send(Article article, Origin origin) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        send(() -> Records.of(article, articles), (metadata, exception) -> {
            if (exception == null) {
                metrics.published(article.getPublishedAtProvenance());
                outcome.complete(new Outcome.Delivered());
            } else if (exception instanceof RecordTooLargeException || exception instanceof MalformedRecordException) {
                metrics.refused();
                outcome.complete(new Outcome.Refused(Records.refusal(article, origin, exception)));
            } else {
                outcome.completeExceptionally(failed(exception));
            }
        });
        return outcome;
    }

    /** Completes exceptionally when the broker refuses this process, so that nothing will ever be delivered any more. */
    public CompletionStage<Void> failure() {
        return failure.minimalCompletionStage();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The callback hears the same.
    private void send(Supplier<ProducerRecord<String, byte[]>> record, Callback callback) {
        try {
            producer.send(record.get(), callback);
        } catch (KafkaException | IllegalStateException e) {
            // An illegal state: the producer is closed already, since the process is ending.
            callback.onCompletion(null, e);
        }
    }

    private KafkaException failed(Exception cause) {
        KafkaException exception = new KafkaException("cannot publish: " + cause.getMessage(), cause);
        if (cause instanceof AuthorizationException
                || cause instanceof AuthenticationException
                || cause instanceof UnsupportedVersionException) {
            failure.completeExceptionally(exception);
        }
        return exception;
    }
}
