package io.geowire.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.events.Article;
import io.geowire.ingest.item.Origin;
import io.geowire.ingest.metrics.IngestMetrics;
import io.geowire.ingest.metrics.MicrometerIngestMetrics;
import io.geowire.ingest.normalise.BackfillRule;
import io.geowire.ingest.normalise.LanguageRule;
import io.geowire.ingest.publish.Outbox;
import io.geowire.schemas.serde.AvroSerdes;
import io.geowire.service.HttpRoute;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class SourceHostTest {
    private final List<String> calls = new ArrayList<>();
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    private final SourceContext context = context();
    private final StubSource one = new StubSource("one");
    private final StubSource two = new StubSource("two");
    private final SourceHost host = new SourceHost(context, List.of(given -> one, given -> two));

    @Test
    void sourcesStartInOrderAndCloseInTheOppositeOne() {
        host.start();
        host.close();
        host.close();

        assertThat(calls).containsExactly("start one", "start two", "close two", "close one");
    }

    @Test
    void sourceThatDoesNotStartLeavesTheOthersClosed() {
        two.startFault = new IllegalStateException("no");

        assertThatThrownBy(host::start).hasMessage("no");
        host.close();

        assertThat(calls).containsExactly("start one", "close two", "close one");
    }

    @Test
    void failureOfOneIsTheFailureOfAll() {
        host.start();

        two.failure.completeExceptionally(new IllegalStateException("broken"));

        assertThat(host.failure().toCompletableFuture()).isCompletedExceptionally();
        assertThat(host.live()).isFalse();
    }

    @Test
    void brokerThatRefusesTheProcessIsAFailure() {
        host.start();

        context.outbox()
                .send(
                        Article.newBuilder()
                                .setId("i")
                                .setTitle("t")
                                .setPublishedAt(Instant.EPOCH)
                                .setIngestedAt(Instant.EPOCH)
                                .setContentHash("h")
                                .build(),
                        new Origin("x", 1));
        producer.errorNext(new ClusterAuthorizationException("no"));

        assertThat(host.failure().toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void readyWhenAllAre() {
        host.start();
        assertThat(host.ready()).isTrue();

        one.ready = false;

        assertThat(host.ready()).isFalse();
    }

    @Test
    void routesOfAllAreServed() {
        assertThat(host.routes()).extracting(HttpRoute::path).containsExactly("/one", "/two");
    }

    private SourceContext context() {
        Map<String, Object> clients = Map.of("schema.registry.url", "mock://host");
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        IngestMetrics metrics = new MicrometerIngestMetrics(meters);
        Outbox outbox =
                new Outbox(producer, AvroSerdes.value(Article.class, clients).serializer(), metrics);
        return new SourceContext(
                outbox,
                LanguageRule.DECLARED,
                BackfillRule.NONE,
                metrics,
                meters,
                clients,
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    private final class StubSource implements Source {
        private final String name;
        private final CompletableFuture<Void> failure = new CompletableFuture<>();
        private RuntimeException startFault;
        private boolean ready = true;

        StubSource(String name) {
            this.name = name;
        }

        @Override
        public void start() {
            if (startFault != null) {
                throw startFault;
            }
            calls.add("start " + name);
        }

        @Override
        public List<HttpRoute> routes() {
            return List.of(new HttpRoute("GET", "/" + name, exchange -> {}));
        }

        @Override
        public CompletionStage<Void> failure() {
            return failure;
        }

        @Override
        public boolean live() {
            return !failure.isCompletedExceptionally();
        }

        @Override
        public boolean ready() {
            return ready;
        }

        @Override
        public void close() {
            calls.add("close " + name);
        }
    }
}
