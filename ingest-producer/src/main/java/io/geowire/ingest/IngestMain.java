package io.geowire.ingest;

import io.geowire.ingest.item.Printable;
import io.geowire.ingest.source.SourceFactory;
import io.geowire.service.ConfigurationException;
import io.geowire.service.HttpConfig;
import io.geowire.service.HttpEndpoint;
import io.geowire.service.Metrics;
import io.geowire.service.ServiceRunner;
import io.geowire.service.Settings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ingests as a process of its own: {@code ingest-producer [--config FILE] [PATH…]}. Reads the paths, and goes on for as long as
 * it runs if a source is turned on.
 */
public final class IngestMain {
    private static final Logger LOG = LoggerFactory.getLogger(IngestMain.class);
    private static final int DEFAULT_PORT = 9401;
    private static final String CONFIG = "--config";

    private IngestMain() {}

    /**
     * Ends with 0 if an item went through or there was none, 1 if the world failed, 2 if all failed or a setting is wrong. With a
     * source turned on, ends when told to or when a source fails.
     */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.getenv(), System.err));
    }

    static int run(List<String> arguments, Map<String, String> environment, PrintStream errors) {
        try {
            boolean configured = !arguments.isEmpty() && arguments.get(0).equals(CONFIG);
            if (configured && arguments.size() < 2) {
                throw new ConfigurationException(CONFIG + ": the path of a properties file is missing");
            }
            Settings settings = configured
                    ? Settings.load(Path.of(arguments.get(1)), environment)
                    : Settings.of(Map.of(), environment);
            List<String> paths = configured ? arguments.subList(2, arguments.size()) : arguments;
            return run(settings, environment, paths, errors);
        } catch (ConfigurationException | ConfigException e) {
            errors.println(message(e));
            return ServiceRunner.MISCONFIGURED;
        } catch (KafkaException e) {
            errors.println(message(e));
            return ServiceRunner.FAILED;
        }
    }

    private static int run(Settings settings, Map<String, String> environment, List<String> paths, PrintStream errors) {
        IngestConfig config = IngestConfig.from(settings);
        HttpConfig http = HttpConfig.from(settings, DEFAULT_PORT);
        List<SourceFactory> sources = Sources.from(settings, environment, http);
        boolean files = !paths.isEmpty() || !config.paths().isEmpty();
        if (!files && sources.isEmpty()) {
            throw new ConfigurationException(
                    "nothing to read: name paths as arguments or in " + IngestConfig.PATHS + ", or turn a source on");
        }
        try (Metrics metrics = Metrics.create(IngestApp.NAME);
                IngestApp app = new IngestApp(config, metrics.registry(), new ConsoleListener(errors), sources);
                HttpEndpoint endpoint = HttpEndpoint.start(http, metrics, Map.of(IngestApp.NAME, app))) {
            app.start();
            endpoint.serve(app.routes());
            int status = files ? readFiles(app, paths, errors) : ServiceRunner.OK;
            return sources.isEmpty() ? status : serve(app, endpoint);
        }
    }

    private static int readFiles(IngestApp app, List<String> paths, PrintStream errors) {
        IngestReport report = app.run(paths);
        errors.println(ConsoleListener.summary(report));
        return report.succeeded() ? ServiceRunner.OK : ServiceRunner.MISCONFIGURED;
    }

    /** Leaves the work to the sources, until one fails or the process is told to end. */
    private static int serve(IngestApp app, HttpEndpoint endpoint) {
        Runtime.getRuntime().addShutdownHook(new Thread(app::close, IngestApp.NAME + "-shutdown"));
        LOG.info(
                "{} started, {} at {}",
                IngestApp.NAME,
                app.routes().isEmpty() ? "metrics and health" : "HTTP",
                endpoint.url());
        try {
            app.failure().toCompletableFuture().get();
            return ServiceRunner.OK;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ServiceRunner.OK;
        } catch (ExecutionException e) {
            LOG.error("{} failed", IngestApp.NAME, e.getCause());
            return ServiceRunner.FAILED;
        }
    }

    private static String message(RuntimeException e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return Printable.escape(message);
    }
}
