package io.geowire.alerts;

import io.geowire.alerts.delivery.Receiver;
import io.geowire.alerts.dispatch.DeliveryService;
import io.geowire.alerts.dispatch.DeliveryStatus;
import io.geowire.alerts.feed.AlertFeed;
import io.geowire.alerts.topology.AlertTopology;
import io.geowire.alerts.topology.WatchMapper;
import io.geowire.alerts.watch.KnownTopics;
import io.geowire.alerts.watch.Watch;
import io.geowire.events.Alert;
import io.geowire.schemas.catalogue.TopicCatalogue;
import io.geowire.schemas.catalogue.TopicProvisioner;
import io.geowire.schemas.catalogue.TopicSpec;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.schemas.serde.AvroSerdes;
import io.geowire.service.ConfigurationException;
import io.geowire.service.HttpRoute;
import io.geowire.service.Service;
import io.geowire.service.streams.InternalTopics;
import io.geowire.service.streams.StreamsConfigs;
import io.geowire.service.streams.StreamsService;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service: creates its topics, publishes the watches of its file, raises alerts and delivers them. */
public final class AlertsApp implements Service {
    /** Name of the module in the catalogue, and of the process. */
    public static final String NAME = "alerts-consumer";

    /** Consumer group, and prefix of the internal topics. */
    public static final String APPLICATION_ID = "geowire-alerts";

    /** The topics that the group reads, in the order in which the data flow. */
    public static final List<String> INPUTS =
            List.of(Topics.ENRICHED, APPLICATION_ID + "-" + AlertTopology.MATCHES_TOPIC);

    private static final int FETCH_WAIT_MS = 100;

    private static final Logger LOG = LoggerFactory.getLogger(AlertsApp.class);

    private final AlertsConfig config;
    private final StreamsService streams;
    private final AlertFeed feed;
    private final @Nullable DeliveryService deliveries;
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private final List<io.geowire.events.Watch> watches = new ArrayList<>();

    /**
     * Reads watches and receivers; connects to nothing.
     *
     * @throws ConfigurationException if a setting is wrong, or with every fault in the file of watches or receivers
     */
    public AlertsApp(AlertsConfig config, MeterRegistry meters) {
        this.config = config;
        KnownTopics topics = Taxonomies.known(config.topics());
        List<Watch> known =
                config.watchFile().map(file -> WatchFiles.load(file, topics)).orElse(null);
        if (known != null) {
            known.forEach(watch -> watches.add(WatchMapper.toEvent(watch)));
        }
        List<Receiver> receivers = config.delivery()
                .receiverFile()
                .map(file -> ReceiverFiles.load(file, System.getenv(), known, topics))
                .orElse(List.of());
        AlertsMetrics metrics = new MicrometerAlertsMetrics(meters, config.meteredWatches());
        streams = new StreamsService(topology(config, metrics), properties(config), meters);
        feed = new AlertFeed(
                this::reader,
                AvroSerdes.value(Alert.class, config.clients()).deserializer(),
                metrics,
                Clock.systemUTC());
        deliveries = receivers.isEmpty()
                ? null
                : new DeliveryService(
                        config.clients(), receivers, config.delivery().limits(), meters);
        parts().forEach(part -> part.failure().whenComplete((nothing, fault) -> failure.completeExceptionally(fault)));
    }

    /** The topics that Kafka Streams makes at the first start, for who wants to make them ahead. */
    public static List<TopicSpec> internalTopics(AlertsConfig config) {
        int partitions = TopicCatalogue.load().topic(Topics.ENRICHED).partitions();
        AlertsMetrics metrics = new MicrometerAlertsMetrics(new SimpleMeterRegistry(), config.meteredWatches());
        return InternalTopics.of(topology(config, metrics), properties(config), NAME, partitions);
    }

    private static Topology topology(AlertsConfig config, AlertsMetrics metrics) {
        return new AlertTopology(config.limits(), config.clients(), metrics).get();
    }

    private static Properties properties(AlertsConfig config) {
        return StreamsConfigs.of(
                APPLICATION_ID, config.clients(), config.stateDir(), config.threads(), Topics.ALERTS_DLQ);
    }

    /**
     * Starts once topics and watches are in place, so that no article meets half of the watches.
     *
     * @throws org.apache.kafka.common.KafkaException if the broker or the registry cannot be reached or refuses
     */
    @Override
    public void start() {
        provision();
        if (config.watchFile().isPresent()) {
            int written = publishWatches();
            LOG.info("{} watches in force, {} records written to {}", watches.size(), written, Topics.WATCHES);
        }
        parts().forEach(Service::start);
    }

    private Stream<Service> parts() {
        return deliveries == null ? Stream.of(feed, streams) : Stream.of(feed, streams, deliveries);
    }

    /** How each receiver stands. */
    public List<DeliveryStatus> deliveries() {
        return deliveries == null ? List.of() : deliveries.status();
    }

    private void provision() {
        TopicCatalogue catalogue = TopicCatalogue.load();
        List<TopicSpec> topics = new ArrayList<>(catalogue.ownedBy(NAME));
        // Streams ends when its source is missing, and its owner may start later.
        topics.add(catalogue.topic(Topics.ENRICHED));
        try (Admin admin = Admin.create(config.clients())) {
            TopicProvisioner.ensure(admin, topics);
        }
    }

    private int publishWatches() {
        try (Consumer<String, byte[]> consumer = reader();
                Producer<String, byte[]> producer =
                        new KafkaProducer<>(config.clients(), new StringSerializer(), new ByteArraySerializer());
                Serde<io.geowire.events.Watch> serde =
                        AvroSerdes.value(io.geowire.events.Watch.class, config.clients())) {
            return new WatchPublisher(consumer, producer, serde).publish(watches);
        }
    }

    /** Reads what is committed and is no member of a group. */
    private Consumer<String, byte[]> reader() {
        Map<String, Object> reading = new HashMap<>(config.clients());
        reading.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        reading.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // A consumer that is closed waits for its last request, and one at the end of a topic for so long.
        reading.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MS);
        return new KafkaConsumer<>(reading, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public CompletionStage<Void> failure() {
        return failure.minimalCompletionStage();
    }

    @Override
    public List<HttpRoute> routes() {
        return feed.routes();
    }

    @Override
    public boolean live() {
        return parts().allMatch(Service::live);
    }

    @Override
    public boolean ready() {
        return streams.ready();
    }

    @Override
    public void close() {
        // Together: each may take its ten seconds.
        parts().parallel().forEach(Service::close);
    }
}
