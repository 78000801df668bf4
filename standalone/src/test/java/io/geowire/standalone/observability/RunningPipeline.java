package io.geowire.standalone.observability;

import com.sun.net.httpserver.HttpServer;
import io.geowire.events.Article;
import io.geowire.ingest.IngestApp;
import io.geowire.ingest.IngestConfig;
import io.geowire.ingest.IngestListener;
import io.geowire.ingest.feed.poll.FeedListener;
import io.geowire.ingest.feed.poll.FeedSource;
import io.geowire.ingest.feed.poll.FeedsConfig;
import io.geowire.ingest.item.Origin;
import io.geowire.service.Settings;
import io.geowire.standalone.broker.DataFolder;
import io.geowire.standalone.pipeline.Completion;
import io.geowire.standalone.pipeline.Pipeline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The pipeline in this JVM, with the sample watches, a receiver that takes everything and a feed. */
final class RunningPipeline implements AutoCloseable {
    static final Path HOME = Path.of("").toAbsolutePath().getParent();

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final String FEED = """
            <rss version="2.0"><channel><title>Example Wire</title>
            <item><guid>1</guid><title>Ministers of nine states meet in Oslo</title></item>
            </channel></rss>
            """;

    private final HttpServer others;
    private final DataFolder folder = DataFolder.temporary();
    private final Pipeline pipeline;
    private final IngestApp ingest;
    private final Set<String> articles = ConcurrentHashMap.newKeySet();

    /** @param scratch takes what is written for it */
    RunningPipeline(Path scratch) throws IOException {
        others = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        others.createContext("/hook", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(NO_CONTENT, -1);
            exchange.close();
        });
        others.createContext("/feed", exchange -> {
            byte[] body = FEED.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(OK, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        others.start();
        int port = others.getAddress().getPort();
        Path feeds = Files.writeString(scratch.resolve("feeds.yaml"), """
                feeds:
                  - {url: "http://127.0.0.1:%d/feed", source: Example Wire, allowPrivate: true}
                """.formatted(port));
        Path receivers = Files.writeString(scratch.resolve("receivers.yaml"), """
                receivers:
                  - name: desk
                    url: http://127.0.0.1:%d/hook
                    format: cloudevents
                    allowHttp: true
                    allowPrivate: true
                """.formatted(port));
        pipeline = Pipeline.start(
                folder,
                new Pipeline.Files(HOME.resolve("seeds/watches.yaml"), receivers, null),
                new Pipeline.Ports(0, 0, 0));
        IngestListener listener = new IngestListener() {
            @Override
            public void published(Article article, Origin origin) {
                articles.add(article.getId());
            }
        };
        FeedsConfig config = FeedsConfig.of(feeds, Settings.of(Map.of()));
        ingest = new IngestApp(
                IngestConfig.from(pipeline.settings()),
                pipeline.metrics().registry(),
                listener,
                List.of(context -> new FeedSource(config, context, new FeedListener() {}, false)));
        ingest.start();
    }

    /** Where metrics and alerts are served. */
    URI http() {
        return URI.create(pipeline.url());
    }

    /** Reads the sample news in and waits until it is through. */
    void ingestSeeds() throws InterruptedException {
        ingest.run(List.of(HOME.resolve("seeds").toString()));
        new Completion(pipeline).await(articles, PATIENCE, done -> {});
    }

    /** The body of an answer that must be 200. */
    String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(http().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    /** Names of the meters that are Geowire's own or Kafka's. */
    Set<String> meters() {
        return pipeline.metrics().registry().getMeters().stream()
                .map(meter -> meter.getId().getName())
                .filter(name -> name.startsWith("geowire.") || name.startsWith("kafka."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        ingest.close();
        pipeline.close();
        folder.close();
        others.stop(0);
    }
}
