package io.geowire.ingest.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.geowire.events.Article;
import io.geowire.ingest.metrics.IngestMetrics;
import io.geowire.ingest.metrics.MicrometerIngestMetrics;
import io.geowire.ingest.normalise.BackfillRule;
import io.geowire.ingest.normalise.LanguageRule;
import io.geowire.ingest.publish.Outbox;
import io.geowire.ingest.source.SourceContext;
import io.geowire.schemas.serde.AvroSerdes;
import io.geowire.service.HttpConfig;
import io.geowire.service.HttpEndpoint;
import io.geowire.service.Metrics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A push source behind a real HTTP server, before a producer in memory. */
final class PushServer implements AutoCloseable {
    static final String TOKEN = "s3cret-token";
    static final Instant NOW = Instant.parse("2026-02-06T12:00:00Z");
    static final PushConfig DEFAULTS = PushConfig.of(Optional.of(BearerTokens.parse(TOKEN, "test")));

    private static final Map<String, Object> CLIENTS = Map.of("schema.registry.url", "mock://push");
    private static final int MAX_ITEM_BYTES = 100_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    final MockProducer<String, byte[]> producer;
    final Metrics metrics = Metrics.create("test");
    final HttpEndpoint endpoint;
    private final PushSource source;
    private final HttpClient client = HttpClient.newHttpClient();

    PushServer(PushConfig config) {
        this(config, true);
    }

    /** @param acknowledging whether the broker acknowledges by itself */
    PushServer(PushConfig config, boolean acknowledging) {
        this(config, new MockProducer<>(acknowledging, null, new StringSerializer(), new ByteArraySerializer()));
    }

    PushServer(PushConfig config, MockProducer<String, byte[]> producer) {
        this.producer = producer;
        IngestMetrics counts = new MicrometerIngestMetrics(metrics.registry());
        Outbox outbox =
                new Outbox(producer, AvroSerdes.value(Article.class, CLIENTS).serializer(), counts);
        source = new PushSource(
                config,
                MAX_ITEM_BYTES,
                new SourceContext(
                        outbox,
                        LanguageRule.DECLARED,
                        BackfillRule.olderThan(Duration.ofDays(3)),
                        counts,
                        metrics.registry(),
                        CLIENTS,
                        Clock.fixed(NOW, ZoneOffset.UTC)));
        source.start();
        endpoint = HttpEndpoint.start(new HttpConfig("127.0.0.1", 0), metrics, Map.of("push", source));
        endpoint.serve(source.routes());
    }

    /** What came back. */
    record Reply(int status, Map<String, List<String>> headers, String text) {
        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + text, e);
            }
        }

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }
    }

    Reply post(String json) {
        return post(json.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    /** @param query with its question mark, or empty */
    Reply postTo(String query, String json) {
        return send(HttpRequest.newBuilder(URI.create(endpoint.url() + "/v1/articles" + query))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    Reply postLines(String lines) {
        return post(lines.getBytes(StandardCharsets.UTF_8), "application/x-ndjson");
    }

    Reply post(byte[] body, String type, String... headers) {
        HttpRequest.Builder request = request().header("Authorization", "Bearer " + TOKEN);
        request.header("Content-Type", type).POST(BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create(endpoint.url() + "/v1/articles"));
    }

    Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Head of a request with the token, to write to a socket. */
    static String head(String... headers) {
        return "POST /v1/articles HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + TOKEN
                + "\r\nContent-Type: application/json\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    }

    Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", URI.create(endpoint.url()).getPort());
        socket.setSoTimeout(60_000);
        return socket;
    }

    /** Writes bytes to a connection of its own and reads until the server closes it. */
    String exchange(String text) throws IOException {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }

    List<Article> articles() {
        return producer.history().stream()
                .map(sent -> AvroSerdes.value(Article.class, CLIENTS)
                        .deserializer()
                        .deserialize(sent.topic(), sent.headers(), sent.value()))
                .toList();
    }

    double items(String outcome) {
        return metrics.registry()
                .get("geowire.ingest.items")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    /** Ends the source as the process would, before the server. */
    void closeSource() {
        source.close();
    }

    @Override
    public void close() {
        source.close();
        endpoint.close();
        metrics.close();
    }
}
