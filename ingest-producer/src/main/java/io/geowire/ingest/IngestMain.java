package io.geowire.ingest;

import io.geowire.ingest.item.Printable;
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
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;

/** Ingests files as a process of its own: {@code ingest-producer [--config FILE] [PATH…]}. */
public final class IngestMain {
    private static final int DEFAULT_PORT = 9401;
    private static final String CONFIG = "--config";

    private IngestMain() {}

    /** Ends with 0 if an item went through or there was none, 1 if the world failed, 2 if all failed or a setting is wrong. */
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
            return run(settings, paths, errors);
        } catch (ConfigurationException | ConfigException e) {
            errors.println(message(e));
            return ServiceRunner.MISCONFIGURED;
        } catch (KafkaException e) {
            errors.println(message(e));
            return ServiceRunner.FAILED;
        }
    }

    private static int run(Settings settings, List<String> paths, PrintStream errors) {
        IngestConfig config = IngestConfig.from(settings);
        if (paths.isEmpty() && config.paths().isEmpty()) {
            throw new ConfigurationException("no paths to read: name them as arguments or in " + IngestConfig.PATHS);
        }
        try (Metrics metrics = Metrics.create(IngestApp.NAME);
                IngestApp app = new IngestApp(config, metrics.registry(), new ConsoleListener(errors));
                HttpEndpoint endpoint = HttpEndpoint.start(
                        HttpConfig.from(settings, DEFAULT_PORT), metrics, Map.of(IngestApp.NAME, app))) {
            app.start();
            IngestReport report = app.run(paths);
            errors.println(ConsoleListener.summary(report));
            return report.succeeded() ? ServiceRunner.OK : ServiceRunner.MISCONFIGURED;
        }
    }

    private static String message(RuntimeException e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return Printable.escape(message);
    }
}
