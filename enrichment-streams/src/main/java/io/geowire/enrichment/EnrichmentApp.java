package io.geowire.enrichment;

import io.geowire.enrichment.encoder.TextVector;
import io.geowire.enrichment.entity.EntityTable;
import io.geowire.enrichment.entity.TableRecognizer;
import io.geowire.enrichment.onnx.MiniLm;
import io.geowire.enrichment.related.Fingerprinter;
import io.geowire.enrichment.related.LogisticScorer;
import io.geowire.enrichment.related.PairModel;
import io.geowire.enrichment.topic.TopicModel;
import io.geowire.enrichment.topic.TrainedTopicClassifier;
import io.geowire.enrichment.topology.Analyst;
import io.geowire.enrichment.topology.EnrichmentTopology;
import io.geowire.schemas.catalogue.TopicCatalogue;
import io.geowire.schemas.catalogue.TopicSpec;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.service.Service;
import io.geowire.service.streams.InternalTopics;
import io.geowire.service.streams.StreamsConfigs;
import io.geowire.service.streams.StreamsService;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/** The enrichment at work: {@code news.articles.v1} in, {@code news.articles.enriched.v1} out. */
public final class EnrichmentApp implements Service {
    /** Consumer group, and prefix of the internal topics. */
    public static final String APPLICATION_ID = "geowire-enrichment";

    /** The topics that the group reads, in the order in which the data flow. */
    public static final List<String> INPUTS = List.of(
            Topics.ARTICLES,
            APPLICATION_ID + "-" + EnrichmentTopology.QUESTIONS_TOPIC,
            APPLICATION_ID + "-" + EnrichmentTopology.ANSWERS_TOPIC);

    private static final long CACHE_BYTES = 32L * 1024 * 1024;

    private final EnrichmentConfig config;
    private final MeterRegistry meters;
    private final MiniLm encoder;
    private final Analyst analyst;
    private final RocksDbMemory memory;
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private @Nullable StreamsService streams;

    /**
     * Loads the models; connects to nothing yet.
     *
     * @throws io.geowire.service.ConfigurationException if the file of further topics is wrong, with every fault
     * @throws io.geowire.enrichment.onnx.ModelException if the text model does not run here
     */
    public EnrichmentApp(EnrichmentConfig config, MeterRegistry meters) {
        this.config = config;
        this.meters = meters;
        this.encoder = MiniLm.load();
        EntityTable entities = EntityTable.load();
        this.analyst = new Analyst(
                encoder,
                TableRecognizer.load(entities),
                new TrainedTopicClassifier(TopicFiles.lexicon(config.topics()), TopicModel.shipped(), encoder),
                Fingerprinter.shipped(entities));
        this.memory = new RocksDbMemory(config.rocksDbMemory());
    }

    /**
     * Creates the topics that are missing and starts.
     *
     * @throws io.geowire.service.ConfigurationException if existing topics do not fit
     */
    @Override
    public synchronized void start() {
        Properties properties = properties(config);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksDbMemory.Setter.class);
        properties.put(RocksDbMemory.CONFIG, memory);
        int partitions;
        try (Admin admin = Admin.create(config.clients())) {
            partitions = ArticlePartitions.ensure(admin, APPLICATION_ID + "-" + EnrichmentTopology.ANSWERS_TOPIC);
        }
        StreamsService service = new StreamsService(topology(config, analyst, partitions, meters), properties, meters);
        service.failure().whenComplete((nothing, fault) -> failure.completeExceptionally(fault));
        service.start();
        streams = service;
    }

    /** The topics that Kafka Streams makes at the first start, for who wants to make them ahead. Loads no model. */
    public static List<TopicSpec> internalTopics(EnrichmentConfig config) {
        int partitions = TopicCatalogue.load().topic(Topics.ARTICLES).partitions();
        // The topology is only described: nothing is ever analysed.
        Analyst idle =
                new Analyst(text -> TextVector.NONE, text -> List.of(), text -> List.of(), Fingerprinter.shipped());
        Topology topology = topology(config, idle, partitions, new SimpleMeterRegistry());
        return InternalTopics.of(topology, properties(config), ArticlePartitions.OWNER, partitions);
    }

    private static Topology topology(EnrichmentConfig config, Analyst analyst, int partitions, MeterRegistry meters) {
        return new EnrichmentTopology(
                        analyst,
                        new LogisticScorer(PairModel.shipped()),
                        config.limits(),
                        partitions,
                        config.clients(),
                        new MicrometerEnrichmentMetrics(meters, config.meteredSources()))
                .get();
    }

    private static Properties properties(EnrichmentConfig config) {
        Properties properties = StreamsConfigs.of(
                APPLICATION_ID, config.clients(), config.stateDir(), config.threads(), Topics.ENRICHMENT_DLQ);
        properties.putIfAbsent(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
        return properties;
    }

    @Override
    public CompletionStage<Void> failure() {
        return failure.minimalCompletionStage();
    }

    @Override
    public synchronized boolean live() {
        return streams == null || streams.live();
    }

    @Override
    public synchronized boolean ready() {
        return streams != null && streams.ready();
    }

    @Override
    public synchronized void close() {
        if (streams != null) {
            streams.close();
            streams = null;
            memory.close();
        }
        encoder.close();
    }
}
