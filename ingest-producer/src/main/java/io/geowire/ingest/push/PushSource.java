package io.geowire.ingest.push;

import io.geowire.ingest.source.Source;
import io.geowire.ingest.source.SourceContext;
import io.geowire.service.HttpRoute;
import io.micrometer.core.instrument.Gauge;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes articles over HTTP and says how: {@code POST /v1/articles}, {@code GET /v1/openapi.yaml}. */
public final class PushSource implements Source {
    static final String ARTICLES = "/v1/articles";
    static final String DESCRIPTION = "/v1/openapi.yaml";

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final InFlight inFlight;
    private final List<HttpRoute> routes;
    private volatile boolean accepting;

    /** @param maxItemBytes that one item may have */
    public PushSource(PushConfig config, int maxItemBytes, SourceContext context) {
        inFlight = new InFlight(config.maxRequests(), config.maxBytesInFlight());
        Gauge.builder("geowire.ingest.push.bytes", inFlight, InFlight::bytes)
                .description("Bytes of request bodies for which the broker has not answered yet")
                .baseUnit("bytes")
                .register(context.meters());
        PushHandler handler = new PushHandler(
                config,
                new BatchReader(config.maxItems(), maxItemBytes, context.languages()),
                new BatchPublisher(context.outbox(), config.answerTimeout()),
                inFlight,
                new Deadlines(),
                context.backfill(),
                context.metrics(),
                context.meters(),
                context.clock());
        byte[] description = description();
        routes = List.of(new HttpRoute("POST", ARTICLES, handler), new HttpRoute("GET", DESCRIPTION, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/yaml");
            exchange.sendResponseHeaders(200, description.length);
            exchange.getResponseBody().write(description);
        }));
    }

    @Override
    public void start() {
        accepting = true;
    }

    @Override
    public List<HttpRoute> routes() {
        return routes;
    }

    /** Never: what fails is told to the caller, who tries again. */
    @Override
    public CompletionStage<Void> failure() {
        return new CompletableFuture<>();
    }

    @Override
    public boolean live() {
        return true;
    }

    @Override
    public boolean ready() {
        return accepting;
    }

    /** Answers what is under way, for five seconds at most, and refuses what comes. */
    @Override
    public void close() {
        accepting = false;
        inFlight.drain(GRACE);
    }

    private static byte[] description() {
        try (InputStream in = PushSource.class.getResourceAsStream("openapi.yaml")) {
            if (in == null) {
                throw new IllegalStateException("openapi.yaml is missing beside PushSource");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("openapi.yaml cannot be read", e);
        }
    }
}
