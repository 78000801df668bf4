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
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
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

    /**
     * What is started.
     *
     * @param values settings of the services; with addresses of Kafka or of a registry, none is started here
     * @param environment variables, which prevail over the values
     */
    public record Plan(Map<String, String> values, Map<String, String> environment, Ports ports) {
        public Plan {
            values = Map.copyOf(values);
            environment = Map.copyOf(environment);
        }

        static Plan of(Files files, Ports ports) {
            Map<String, String> values = new HashMap<>();
            values.put("geowire.alerts.watches", files.watches().toString());
            if (files.receivers() != null) {
                values.put("geowire.alerts.receivers", files.receivers().toString());
            }
            if (files.topics() != null) {
                values.put("geowire.enrichment.topics", files.topics().toString());
                values.put("geowire.alerts.topics", files.topics().toString());
            }
            return new Plan(values, Map.of(), ports);
        }

        /** As they are before anything is started. */
        public Settings settings() {
            return Settings.of(values, environment);
        }

        private Settings settings(Map<String, String> more) {
            Map<String, String> all = new HashMap<>(more);
            all.putAll(values);
            return Settings.of(all, environment);
        }
    }

    private static final String BOOTSTRAP = "geowire.kafka.bootstrap.servers";
    private static final String REGISTRY = "geowire.kafka.schema.registry.url";

    /** What was started of broker and registry, the last first. */
    private final Deque<AutoCloseable> embedded = new ArrayDeque<>();

    private final Metrics metrics = Metrics.create("geowire");
    private final Map<String, Service> services = new TreeMap<>();
    private final AlertsApp alerts;
    private final HttpEndpoint http;
    private final Settings settings;

    private Pipeline(DataFolder data, Plan plan) {
        settings = plan.settings(addresses(data, plan));
        alerts = new AlertsApp(AlertsConfig.from(settings), metrics.registry());
        services.put("enrichment", new EnrichmentApp(EnrichmentConfig.from(settings), metrics.registry()));
        services.put("alerts", alerts);
        http = HttpEndpoint.start(HttpConfig.from(settings, plan.ports().http()), metrics, services);
        services.values().forEach(service -> http.serve(service.routes()));
    }

    /** Starts what there is not yet, and says where it is, beside where state is kept. */
    private Map<String, String> addresses(DataFolder data, Plan plan) {
        Settings given = plan.settings();
        Map<String, String> addresses = new HashMap<>();
        addresses.put("geowire.enrichment.state-dir", data.state().toString());
        addresses.put("geowire.alerts.state-dir", data.state().toString());
        String bootstrap = given.find(BOOTSTRAP).orElse(null);
        if (bootstrap == null) {
            EmbeddedBroker broker =
                    EmbeddedBroker.start(data.broker(), plan.ports().kafka());
            embedded.push(broker);
            bootstrap = broker.bootstrapServers();
            addresses.put(BOOTSTRAP, bootstrap);
        }
        if (given.find(REGISTRY).isEmpty()) {
            RegistryServer registry =
                    RegistryServer.start(bootstrap, plan.ports().registry());
            embedded.push(registry);
            addresses.put(REGISTRY, registry.url());
        }
        return addresses;
    }

    /**
     * Starts everything and returns when it takes input.
     *
     * @throws io.geowire.service.ConfigurationException if a port is taken or a file is wrong
     */
    public static Pipeline start(DataFolder data, Files files, Ports ports) {
        return start(data, Plan.of(files, ports));
    }

    /**
     * Starts what the plan names, and broker and registry unless it says where they are.
     *
     * @throws io.geowire.service.ConfigurationException if a setting is wrong, a port is taken or a file is wrong
     */
    public static Pipeline start(DataFolder data, Plan plan) {
        Pipeline pipeline = new Pipeline(data, plan);
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
        addresses.put("kafka", settings.find(BOOTSTRAP).orElseThrow());
        addresses.put("registry", settings.find(REGISTRY).orElseThrow());
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

    /** Completes, exceptionally, when one of its applications has ended by itself. */
    public CompletableFuture<Object> failure() {
        return CompletableFuture.anyOf(services.values().stream()
                .map(service -> service.failure().toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }

    /** A second call does nothing but wait for the first. */
    @Override
    public synchronized void close() {
        http.close();
        services.values().parallelStream().forEach(Service::close);
        closeEmbedded();
        metrics.close();
    }

    private void closeEmbedded() {
        while (!embedded.isEmpty()) {
            try {
                embedded.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("cannot close broker or registry", e);
            }
        }
    }
}
