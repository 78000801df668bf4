package io.geowire.ingest;

import io.geowire.events.Article;
import io.geowire.ingest.language.DetectedLanguage;
import io.geowire.ingest.language.LanguageDetector;
import io.geowire.ingest.language.OpenNlpModel;
import io.geowire.ingest.metrics.IngestMetrics;
import io.geowire.ingest.metrics.MicrometerIngestMetrics;
import io.geowire.ingest.normalise.BackfillRule;
import io.geowire.ingest.normalise.LanguageRule;
import io.geowire.ingest.publish.Producers;
import io.geowire.ingest.publish.Publisher;
import io.geowire.ingest.source.SourceContext;
import io.geowire.ingest.source.SourceFactory;
import io.geowire.ingest.source.SourceHost;
import io.geowire.schemas.catalogue.TopicCatalogue;
import io.geowire.schemas.catalogue.TopicProvisioner;
import io.geowire.service.HttpRoute;
import io.geowire.service.Service;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Ingests. Between {@link #start} and {@link #close} its sources bring articles by themselves, and {@link #run} reads files, as
 * often as there is something to read, one call at a time.
 */
public final class IngestApp implements Service {
    /** Name of the module in the catalogue, and of the process. */
    public static final String NAME = "ingest-producer";

    /** A broker that has not answered by then is said to be out of reach. */
    private static final int START_TIMEOUT_MS = 30_000;

    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final IngestConfig config;
    private final MeterRegistry meters;
    private final IngestListener listener;
    private final List<SourceFactory> factories;
    private final LanguageRule languages;
    private final CompletableFuture<Void> failure = new CompletableFuture<>();

    /** What is open, the latest first. */
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    private volatile @Nullable Connection connection;
    private volatile @Nullable SourceHost sources;

    /** Ingests files alone. Connects to nothing yet. */
    public IngestApp(IngestConfig config, MeterRegistry meters, IngestListener listener) {
        this(config, meters, listener, List.of());
    }

    /**
     * Connects to nothing yet.
     *
     * @param listener is told of files, not of what sources bring
     * @param factories of the sources
     */
    public IngestApp(
            IngestConfig config, MeterRegistry meters, IngestListener listener, List<SourceFactory> factories) {
        this.config = config;
        this.meters = meters;
        this.listener = listener;
        this.factories = List.copyOf(factories);
        this.languages = new DetectedLanguage(new LanguageDetector(OpenNlpModel.inBackground()));
    }

    /**
     * Connects, creates the topics and starts the sources. Closes what is open already if it fails.
     *
     * @throws org.apache.kafka.common.config.ConfigException if a client setting is wrong
     * @throws KafkaException if the broker cannot be reached or refuses
     */
    @Override
    public synchronized void start() {
        try {
            Connection opened = Connection.open(config.clients(), meters);
            open.addFirst(opened);
            provision();
            if (!factories.isEmpty()) {
                startSources();
            }
            connection = opened;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** On a connection of their own: a failure of the broker ends the reading of files, but no source. */
    private void startSources() {
        Connection opened = Connection.open(Producers.impatient(config.clients()), meters);
        open.addFirst(opened);
        IngestMetrics metrics = new MicrometerIngestMetrics(meters);
        BackfillRule backfill =
                config.backfillAfter().map(BackfillRule::olderThan).orElse(BackfillRule.NONE);
        SourceContext context = new SourceContext(
                opened.outbox(metrics), languages, backfill, metrics, meters, config.clients(), Clock.systemUTC());
        SourceHost host = new SourceHost(context, factories);
        open.addFirst(host);
        host.failure().whenComplete((nothing, fault) -> {
            if (fault != null) {
                failure.completeExceptionally(fault);
            }
        });
        host.start();
        sources = host;
    }

    /** What its sources answer over HTTP, once started. */
    @Override
    public List<HttpRoute> routes() {
        SourceHost host = sources;
        return host == null ? List.of() : host.routes();
    }

    private void provision() {
        Map<String, Object> clients = new HashMap<>(config.clients());
        clients.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, START_TIMEOUT_MS);
        try (Admin admin = Admin.create(clients)) {
            TopicProvisioner.ensure(admin, TopicCatalogue.load().ownedBy(NAME));
        } catch (TimeoutException e) {
            throw new KafkaException(
                    "no answer from Kafka at " + clients.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG), e);
        }
    }

    /**
     * Reads files, folders and standard input ({@code -}) to their end and publishes what they hold. Returns when the broker
     * has all of it.
     *
     * @param paths in the order of reading; none for those of the configuration
     * @throws KafkaException if broker or registry fail
     */
    public IngestReport run(List<String> paths) {
        return run(paths, UnaryOperator.identity());
    }

    /**
     * The same, with something done to each article.
     *
     * @param treatment is given each article when it is its turn to be sent, and says what is sent; it may wait. If it throws
     *     {@link java.util.concurrent.CancellationException}, the reading ends as if there were nothing more to read
     */
    public IngestReport run(List<String> paths, UnaryOperator<Article> treatment) {
        Connection connected = Objects.requireNonNull(connection, "start first");
        Tally tally = new Tally(listener, new MicrometerIngestMetrics(meters));
        Publisher publisher = connected.publisher(tally);
        try {
            return new FileIngest(
                            config, publisher, languages, treatment, tally, System.in, PATIENCE, Clock.systemUTC())
                    .run(paths.isEmpty() ? config.paths() : paths);
        } catch (KafkaException e) {
            failure.completeExceptionally(e);
            throw e;
        }
    }

    @Override
    public CompletionStage<Void> failure() {
        return failure.minimalCompletionStage();
    }

    @Override
    public boolean live() {
        SourceHost host = sources;
        return !failure.isCompletedExceptionally() && (host == null || host.live());
    }

    @Override
    public boolean ready() {
        SourceHost host = sources;
        return live() && connection != null && (host == null || host.ready());
    }

    @Override
    public synchronized void close() {
        connection = null;
        while (!open.isEmpty()) {
            closeOne(open.removeFirst());
        }
    }

    private static void closeOne(AutoCloseable resource) {
        try {
            resource.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(
                    "cannot close " + resource.getClass().getSimpleName(), e);
        }
    }
}
