package io.geowire.service;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one {@link Service} as a process of its own: settings, metrics, HTTP, and an exit status. */
public final class ServiceRunner {
    /** Everything went well. */
    public static final int OK = 0;
    /** The world failed: broker, registry, disk. */
    public static final int FAILED = 1;
    /** The configuration is wrong. */
    public static final int MISCONFIGURED = 2;

    private static final Logger LOG = LoggerFactory.getLogger(ServiceRunner.class);

    /** Container engines kill what has not ended ten seconds after it was told to. */
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(9);

    private ServiceRunner() {}

    /**
     * Starts a service and waits until it fails or the process is told to end.
     *
     * @param name of the application, for metrics and logs
     * @param defaultPort of its HTTP endpoint
     * @param arguments none, or the path of a properties file
     * @param factory makes the service from its settings and metrics
     * @return the exit status
     */
    public static int run(
            String name, int defaultPort, String[] arguments, BiFunction<Settings, Metrics, Service> factory) {
        try {
            Settings settings = settings(arguments);
            HttpConfig http = HttpConfig.from(settings, defaultPort);
            try (Metrics metrics = Metrics.create(name);
                    Service service = factory.apply(settings, metrics);
                    HttpEndpoint endpoint = HttpEndpoint.start(http, metrics, Map.of(name, service))) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(name, service), name + "-shutdown"));
                endpoint.serve(service.routes());
                service.start();
                LOG.info("{} started, metrics and health at {}", name, endpoint.url());
                service.failure().toCompletableFuture().join();
                return OK;
            }
        } catch (ConfigurationException | org.apache.kafka.common.config.ConfigException e) {
            LOG.error("{}", e.getMessage());
            return MISCONFIGURED;
        } catch (CompletionException e) {
            LOG.error("{} failed", name, e.getCause());
            return FAILED;
        } catch (RuntimeException e) {
            LOG.error("{} failed", name, e);
            return FAILED;
        }
    }

    /** Closes the service, unless that takes too long: one that still waits for its broker to start cannot be closed. */
    private static void close(String name, Service service) {
        Thread closer = new Thread(service::close, name + "-close");
        closer.setDaemon(true);
        closer.start();
        try {
            closer.join(CLOSE_PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.info("{} {}", name, closer.isAlive() ? "ends without having closed" : "closed");
    }

    /**
     * The settings of a process: of the properties file that its only argument names, if any, and of the environment.
     *
     * @throws ConfigurationException if there is more than one argument or the file cannot be read
     */
    private static Settings settings(String[] arguments) {
        if (arguments.length > 1) {
            throw new ConfigurationException("one argument at most is allowed: the path of a properties file");
        }
        return arguments.length == 0
                ? Settings.of(Map.of(), System.getenv())
                : Settings.load(Path.of(arguments[0]), System.getenv());
    }
}
