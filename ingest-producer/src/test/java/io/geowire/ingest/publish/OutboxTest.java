package io.geowire.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.events.Article;
import io.geowire.events.DateProvenance;
import io.geowire.ingest.item.Origin;
import io.geowire.ingest.metrics.MicrometerIngestMetrics;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.schemas.registry.RegistryUnavailableException;
import io.geowire.schemas.serde.AvroSerdes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final Map<String, Object> CLIENTS = Map.of("schema.registry.url", "mock://outbox");
    private static final Origin ORIGIN = new Origin("feed", 3);
    private static final Article ARTICLE = Article.newBuilder()
            .setId("id-1")
            .setTitle("A title")
            .setPublishedAt(Instant.parse("2026-02-06T10:00:00Z"))
            .setPublishedAtProvenance(DateProvenance.DECLARED)
            .setIngestedAt(Instant.parse("2026-02-06T10:00:01Z"))
            .setContentHash("h")
            .build();

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Outbox outbox =
            outbox(AvroSerdes.value(Article.class, CLIENTS).serializer());

    @Test
    void articleIsDeliveredOnceTheBrokerHasAcknowledgedIt() {
        CompletableFuture<Outbox.Outcome> outcome = outbox.send(ARTICLE, ORIGIN);
        assertThat(outcome).isNotDone();

        producer.completeNext();

        assertThat(outcome).isCompletedWithValue(new Outbox.Outcome.Delivered());
        assertThat(producer.history()).singleElement().satisfies(sent -> {
            assertThat(sent.topic()).isEqualTo(Topics.ARTICLES);
            assertThat(sent.key()).isEqualTo("id-1");
        });
        assertThat(items("published")).isEqualTo(1);
    }

    @Test
    void failureOfTheBrokerFailsOnlyWhatWasSentThen() {
        CompletableFuture<Outbox.Outcome> first = outbox.send(ARTICLE, ORIGIN);
        producer.errorNext(new TimeoutException("no broker"));
        CompletableFuture<Outbox.Outcome> second = outbox.send(ARTICLE, ORIGIN);
        producer.completeNext();

        assertThat(first)
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(KafkaException.class)
                .withMessageContaining("cannot publish: no broker");
        assertThat(second).isCompletedWithValue(new Outbox.Outcome.Delivered());
        assertThat(outbox.failure().toCompletableFuture()).isNotDone();
    }

    @Test
    void recordThatIsTooLargeIsRefusedForItself() {
        CompletableFuture<Outbox.Outcome> outcome = outbox.send(ARTICLE, ORIGIN);
        producer.errorNext(new RecordTooLargeException("2 MB"));

        assertThat(outcome)
                .isCompletedWithValueMatching(value -> value instanceof Outbox.Outcome.Refused refused
                        && refused.fault().toString().equals("feed:3: the record cannot be sent: 2 MB"));
        assertThat(items("refused")).isEqualTo(1);
    }

    @Test
    void registryOutOfReachIsNoFaultOfTheArticle() {
        Outbox broken = outbox((topic, article) -> {
            throw new RegistryUnavailableException("no registry", new IOException());
        });

        assertThat(broken.send(ARTICLE, ORIGIN)).isCompletedExceptionally();
        assertThat(items("refused")).isZero();
    }

    @Test
    void brokerThatRefusesTheProcessIsItsEnd() {
        CompletableFuture<Outbox.Outcome> outcome = outbox.send(ARTICLE, ORIGIN);
        producer.errorNext(new TopicAuthorizationException("news.articles.v1"));

        assertThat(outcome).isCompletedExceptionally();
        assertThat(outbox.failure().toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void sendingAfterTheEndFailsAndThrowsNothing() {
        producer.close();

        assertThat(outbox.send(ARTICLE, ORIGIN)).isCompletedExceptionally();
    }

    private double items(String outcome) {
        return meters.get("geowire.ingest.items")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private Outbox outbox(Serializer<Article> articles) {
        return new Outbox(producer, articles, new MicrometerIngestMetrics(meters));
    }
}
