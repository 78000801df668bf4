package io.geowire.standalone.pipeline;

import io.geowire.alerts.AlertsApp;
import io.geowire.alerts.AlertsConfig;
import io.geowire.alerts.dispatch.DeliveryStatus;
import io.geowire.enrichment.EnrichmentApp;
import io.geowire.enrichment.EnrichmentConfig;
import io.geowire.service.ConfigurationException;
import io.geowire.service.HttpConfig;
import io.geowire.service.HttpEndpoint;
import io.geowire.service.HttpRoute;
import io.geowire.service.Metrics;
import io.geowire.service.Service;
import io.geowire.service.Settings;
import io.geowire.standalone.broker.DataFolder;
import io.geowire.standalone.broker.EmbeddedBroker;
import io.geowire.standalone.registry.RegistryServer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything but the ingest in this JVM: broker, registry, enrichment and alerts, each as it would run alone. */
public final class Pipeline implements AutoCloseable {
    /** Ports to listen on; 0 takes any free one. */
    public record Ports(int kafka, int registry, int http) {
        private static final int MAX = 65_535;

        public Ports {
            check("--kafka-port", kafka);
            check("--registry-port", registry);
            check("--http-port", http);
        }

        private static void check(String option, int port) {
            if (port < 0 || port > MAX) {
                throw ConfigurationException.of(option, port, "a port from 0 to " + MAX);
            }
        }
    }

    /**
     * What it is told by files.
     *
     * @param watches what to look for
     * @param receivers who is told of alerts; null: nobody
     * @param topics topics beside those that come with Geowire; null: none
     */
    public record Files(
            Path watches,
            @Nullable Path receivers,
            @Nullable Path topics) {}

    private final EmbeddedBroker broker;
    private final RegistryServer registry;
    private final Metrics metrics = Metrics.create("geowire");
    private final Map<String, Service> services = new TreeMap<>();
    private final AlertsApp alerts;
    private final HttpEndpoint http;
    private final Settings settings;

    private Pipeline(DataFolder data, Files files, Ports ports) {
        broker = EmbeddedBroker.start(data.broker(), ports.kafka());
        registry = RegistryServer.start(broker.bootstrapServers(), ports.registry());
        settings = settings(data, files);
        alerts = new AlertsApp(AlertsConfig.from(settings), metrics.registry());
        services.put("enrichment", new EnrichmentApp(EnrichmentConfig.from(settings), metrics.registry()));
        services.put("alerts", alerts);
        http = HttpEndpoint.start(http(ports.http()), metrics, services);
        services.values().forEach(service -> http.serve(service.routes()));
    }

    /**
     * Starts everything and returns when it takes input.
     *
     * @throws io.geowire.service.ConfigurationException if a port is taken or a file is wrong
     */
    public static Pipeline start(DataFolder data, Files files, Ports ports) {
        Pipeline pipeline = new Pipeline(data, files, ports);
        pipeline.services.values().forEach(Service::start);
        return pipeline;
    }

    /** Where its HTTP endpoint listens. */
    public static HttpConfig http(int port) {
        return new HttpConfig("127.0.0.1", port);
    }

    /** From now on its HTTP endpoint answers these too. */
    public void serve(Collection<HttpRoute> routes) {
        http.serve(routes);
    }

    /** The address of its HTTP endpoint. */
    public String url() {
        return http.url();
    }

    /** The settings that another application needs to join in. */
    public Settings settings() {
        return settings;
    }

    /** The meters of this JVM. */
    public Metrics metrics() {
        return metrics;
    }

    /** How each receiver stands. */
    public List<DeliveryStatus> deliveries() {
        return alerts.deliveries();
    }

    /** What its groups read, in the order in which the data flow. */
    List<Drain.Step> steps() {
        return Stream.concat(
                        EnrichmentApp.INPUTS.stream().map(topic -> new Drain.Step(EnrichmentApp.APPLICATION_ID, topic)),
                        AlertsApp.INPUTS.stream().map(topic -> new Drain.Step(AlertsApp.APPLICATION_ID, topic)))
                .toList();
    }

    /** Where it can be reached, by what answers there. */
    public Map<String, String> addresses() {
        Map<String, String> addresses = new TreeMap<>();
        addresses.put("kafka", broker.bootstrapServers());
        addresses.put("registry", registry.url());
        addresses.put("metrics", http.url() + "/metrics");
        return addresses;
    }

    /** Throws what made one of its applications end, if one has. */
    public void check() {
        services.values().forEach(service -> {
            if (service.failure().toCompletableFuture().isCompletedExceptionally()) {
                service.failure().toCompletableFuture().join();
            }
        });
    }

    @Override
    public void close() {
        http.close();
        services.values().parallelStream().forEach(Service::close);
        registry.close();
        broker.close();
        metrics.close();
    }

    private Settings settings(DataFolder data, Files files) {
        Map<String, String> values = new HashMap<>();
        values.put("geowire.kafka.bootstrap.servers", broker.bootstrapServers());
        values.put("geowire.kafka.schema.registry.url", registry.url());
        values.put("geowire.enrichment.state-dir", data.state().toString());
        values.put("geowire.alerts.state-dir", data.state().toString());
        values.put("geowire.alerts.watches", files.watches().toString());
        if (files.receivers() != null) {
            values.put("geowire.alerts.receivers", files.receivers().toString());
        }
        if (files.topics() != null) {
            values.put("geowire.enrichment.topics", files.topics().toString());
            values.put("geowire.alerts.topics", files.topics().toString());
        }
        return Settings.of(values);
    }
}
