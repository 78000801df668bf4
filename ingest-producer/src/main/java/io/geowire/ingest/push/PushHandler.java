package io.geowire.ingest.push;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.geowire.ingest.metrics.IngestMetrics;
import io.geowire.ingest.normalise.BackfillRule;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code POST /v1/articles}. */
final class PushHandler implements HttpHandler {
    private static final String BEARER = "Bearer ";

    /** What a caller still sends after a refusal is thrown away for so long, so that the answer is not lost with it. */
    private static final Duration LINGER = Duration.ofSeconds(3);

    private static final int LINGER_BYTES = 64 << 20;
    private static final int BUFFER = 1 << 16;

    private final PushConfig config;
    private final BatchReader reader;
    private final BatchPublisher publisher;
    private final InFlight inFlight;
    private final Deadlines deadlines;
    private final BackfillRule backfill;
    private final IngestMetrics metrics;
    private final MeterRegistry meters;
    private final Clock clock;

    PushHandler(
            PushConfig config,
            BatchReader reader,
            BatchPublisher publisher,
            InFlight inFlight,
            Deadlines deadlines,
            BackfillRule backfill,
            IngestMetrics metrics,
            MeterRegistry meters,
            Clock clock) {
        this.config = config;
        this.reader = reader;
        this.publisher = publisher;
        this.inFlight = inFlight;
        this.deadlines = deadlines;
        this.backfill = backfill;
        this.metrics = metrics;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            authorise(exchange.getRequestHeaders());
            inFlight.enter();
        } catch (ProblemException e) {
            send(exchange, Answer.of(e));
            return;
        }
        try {
            send(exchange, answer(exchange));
        } finally {
            inFlight.leave();
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        try (InFlight.Share share = inFlight.share()) {
            BackfillRule rule = BackfillParameter.of(exchange.getRequestURI(), backfill);
            BodyFormat format = BodyFormat.of(exchange.getRequestHeaders());
            byte[] body;
            try (Deadlines.Deadline deadline = deadlines.begin(config.bodyTimeout())) {
                body = new RequestBody(format, config.maxBytes(), share).read(exchange);
            }
            List<PushedItem> items = reader.read(body, format.lines(), rule, clock.instant());
            items.forEach(this::count);
            return Answer.of(publisher.publish(items, share));
        } catch (ProblemException e) {
            return Answer.of(e);
        }
    }

    private void authorise(Headers headers) {
        Optional<BearerTokens> tokens = config.tokens();
        if (tokens.isEmpty()) {
            // Whoever reaches the loopback address may push, but not the page in somebody's browser there.
            if (headers.containsKey("Origin")) {
                throw new ProblemException(403, "requests of a web page are not taken without a token");
            }
            return;
        }
        List<String> given = headers.getOrDefault("Authorization", List.of());
        if (given.size() != 1 || !given.get(0).regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw unauthorised("a bearer token is needed", "Bearer realm=\"geowire\"");
        }
        if (!tokens.get().hold(given.get(0).substring(BEARER.length()).strip())) {
            throw unauthorised("the bearer token is not known", "Bearer realm=\"geowire\", error=\"invalid_token\"");
        }
    }

    private static ProblemException unauthorised(String detail, String challenge) {
        return new ProblemException(401, detail, Map.of("WWW-Authenticate", challenge));
    }

    private void count(PushedItem item) {
        if (item instanceof PushedItem.Refused) {
            metrics.refused();
        } else if (item instanceof PushedItem.Skipped) {
            metrics.skipped();
        }
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException {
        meters.counter("geowire.ingest.push.requests", "status", Integer.toString(answer.status()))
                .increment();
        byte[] body = answer.bytes();
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.mediaType());
        answer.headers().forEach(headers::set);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.getResponseBody().flush();
        linger(exchange);
    }

    private void linger(HttpExchange exchange) throws IOException {
        try (Deadlines.Deadline deadline = deadlines.begin(LINGER);
                InputStream rest = exchange.getRequestBody()) {
            byte[] buffer = new byte[BUFFER];
            long left = LINGER_BYTES;
            int read = rest.read(buffer);
            while (read >= 0 && left > 0) {
                left -= read;
                read = rest.read(buffer);
            }
        }
    }
}
