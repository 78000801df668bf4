package io.geowire.ingest;

import io.geowire.events.Article;
import io.geowire.events.DeadLetter;
import io.geowire.ingest.publish.Producers;
import io.geowire.ingest.publish.Publisher;
import io.geowire.schemas.catalogue.TopicCatalogue;
import io.geowire.schemas.catalogue.TopicProvisioner;
import io.geowire.schemas.serde.AvroSerdes;
import io.geowire.service.Service;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * Ingests files: {@link #start}, then {@link #run} as often as there is something to read, then {@link #close}. One thread
 * at a time.
 */
public final class IngestApp implements Service {
    /** Name of the module in the catalogue, and of the process. */
    public static final String NAME = "ingest-producer";

    static final String APPLICATION_ID = "geowire-ingest";

    /** A broker that has not answered by then is said to be out of reach. */
    private static final int START_TIMEOUT_MS = 30_000;

    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final IngestConfig config;
    private final MeterRegistry meters;
    private final IngestListener listener;
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private volatile @Nullable Connection connection;

    /** Connects to nothing yet. */
    public IngestApp(IngestConfig config, MeterRegistry meters, IngestListener listener) {
        this.config = config;
        this.meters = meters;
        this.listener = listener;
    }

    /**
     * Creates the topics and connects.
     *
     * @throws org.apache.kafka.common.config.ConfigException if a client setting is wrong
     * @throws KafkaException if the broker cannot be reached or refuses
     */
    @Override
    public void start() {
        Connection opened = Connection.open(config.clients(), meters);
        try {
            provision();
        } catch (KafkaException e) {
            opened.close();
            throw e;
        }
        connection = opened;
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
        Connection connected = Objects.requireNonNull(connection, "start first");
        Tally tally = new Tally(listener, new MicrometerIngestMetrics(meters));
        Publisher publisher = new Publisher(
                connected.producer(),
                connected.articles().serializer(),
                connected.deadLetters().serializer(),
                APPLICATION_ID,
                tally);
        try {
            return new FileIngest(config, publisher, tally, System.in, PATIENCE, Clock.systemUTC())
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
        return !failure.isCompletedExceptionally();
    }

    @Override
    public boolean ready() {
        return live() && connection != null;
    }

    @Override
    public void close() {
        Connection connected = connection;
        if (connected != null) {
            connection = null;
            connected.close();
        }
    }

    /** What is open between start and close. */
    private record Connection(
            Producer<String, byte[]> producer,
            KafkaClientMetrics metrics,
            Serde<Article> articles,
            Serde<DeadLetter> deadLetters) {
        static Connection open(Map<String, Object> clients, MeterRegistry meters) {
            Serde<Article> articles = AvroSerdes.value(Article.class, clients);
            Serde<DeadLetter> deadLetters = AvroSerdes.value(DeadLetter.class, clients);
            Producer<String, byte[]> producer = Producers.create(clients);
            KafkaClientMetrics metrics = new KafkaClientMetrics(producer);
            metrics.bindTo(meters);
            return new Connection(producer, metrics, articles, deadLetters);
        }

        void close() {
            metrics.close();
            producer.close();
            articles.close();
            deadLetters.close();
        }
    }
}
