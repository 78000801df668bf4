package io.geowire.standalone;

import io.geowire.alerts.ReceiverFiles;
import io.geowire.alerts.Taxonomies;
import io.geowire.alerts.WatchFiles;
import io.geowire.alerts.watch.KnownTopics;
import io.geowire.alerts.watch.Watch;
import io.geowire.enrichment.TopicFiles;
import io.geowire.ingest.feed.poll.FeedFiles;
import io.geowire.service.ConfigurationException;
import io.geowire.service.Settings;
import io.geowire.service.UserFiles;
import io.geowire.standalone.pipeline.Pipeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How {@code geowire start} runs: its file and, before it, environment variables. The key {@code ingest.push.tokenEnv} is the
 * variable {@code GEOWIRE_INGEST_PUSH_TOKEN_ENV}; variables of the services hold, too.
 *
 * @param data where everything is kept between starts; empty: nowhere
 * @param plan what is started
 */
record StartConfig(Optional<Path> data, Pipeline.Plan plan) {
    private static final String PREFIX = "geowire.";
    private static final String CLIENT_PREFIX = "geowire.kafka.";
    private static final int MAX_PORT = 65_535;

    private static final List<String> NAMING_FILES =
            List.of(StartFile.FILES, StartFile.FEEDS, StartFile.WATCHES, StartFile.RECEIVERS, StartFile.TOPICS);

    /** What the services call the keys of the file; http.* and ingest.push.* are called alike. */
    private static final Map<String, List<String>> SETTINGS = Map.of(
            StartFile.KAFKA_BOOTSTRAP, List.of(CLIENT_PREFIX + "bootstrap.servers"),
            StartFile.REGISTRY_URL, List.of(CLIENT_PREFIX + "schema.registry.url"),
            StartFile.FILES, List.of("geowire.ingest.paths"),
            StartFile.WATCHES, List.of("geowire.alerts.watches"),
            StartFile.RECEIVERS, List.of("geowire.alerts.receivers"),
            StartFile.TOPICS, List.of("geowire.enrichment.topics", "geowire.alerts.topics"));

    /**
     * Reads the file and those that it names.
     *
     * @throws ConfigurationException with every fault, one a line
     */
    static StartConfig load(Path file, Map<String, String> environment) {
        StartFile read = StartFile.parse(file, UserFiles.bytes(file, StartFile.MAX_BYTES));
        UserFiles.requireFaultless(read.faults());
        Map<String, String> values = new HashMap<>(read.values());
        Map<String, String> others = new HashMap<>(environment);
        Settings variables = Settings.of(Map.of(), environment);
        for (String key : StartFile.KEYS) {
            variables.find(setting(key)).ifPresent(value -> values.put(key, value));
            others.keySet().removeAll(List.of(variable(key), variable(key) + "__FILE"));
        }
        check(read, values, environment);
        Pipeline.Ports ports =
                new Pipeline.Ports(port(values, StartFile.KAFKA_PORT), port(values, StartFile.REGISTRY_PORT), 0);
        return new StartConfig(
                Optional.ofNullable(values.get(StartFile.DATA)).map(Path::of),
                new Pipeline.Plan(settings(values, read.clients()), others, ports));
    }

    private static Map<String, String> settings(Map<String, String> values, Map<String, String> clients) {
        Map<String, String> settings = new TreeMap<>();
        clients.forEach((key, value) -> settings.put(CLIENT_PREFIX + key, value));
        values.forEach((key, value) -> {
            if (!List.of(StartFile.DATA, StartFile.KAFKA_PORT, StartFile.REGISTRY_PORT)
                    .contains(key)) {
                SETTINGS.getOrDefault(key, List.of(setting(key))).forEach(name -> settings.put(name, value));
            }
        });
        return settings;
    }

    private static int port(Map<String, String> values, String key) {
        String text = values.getOrDefault(key, "0");
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= MAX_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a port out of range.
        }
        throw ConfigurationException.of(variable(key), text, "a port from 0 to " + MAX_PORT);
    }

    /** Everything that is wrong with the files that are named. */
    private static void check(StartFile read, Map<String, String> values, Map<String, String> environment) {
        List<String> faults = new ArrayList<>();
        NAMING_FILES.forEach(key -> missing(values.getOrDefault(key, ""))
                .map(path -> fault(read, values, key, "there is no '" + path + "'"))
                .forEach(faults::add));
        if (!faults.isEmpty()) {
            throw new ConfigurationException(String.join("\n", faults));
        }
        Optional<Path> topics = path(values, StartFile.TOPICS);
        topics.ifPresent(file -> collect(faults, () -> TopicFiles.lexicon(file)));
        path(values, StartFile.FEEDS).ifPresent(file -> collect(faults, () -> FeedFiles.load(file)));
        if (faults.isEmpty()) {
            KnownTopics known = Taxonomies.known(topics.orElse(null));
            List<Watch> watches = new ArrayList<>();
            Optional<Path> watchFile = path(values, StartFile.WATCHES);
            watchFile.ifPresent(file -> collect(faults, () -> watches.addAll(WatchFiles.load(file, known))));
            path(values, StartFile.RECEIVERS)
                    .ifPresent(file -> collect(
                            faults,
                            () -> ReceiverFiles.load(
                                    file,
                                    environment,
                                    watchFile.isPresent() && faults.isEmpty() ? watches : null,
                                    known)));
        }
        if (!faults.isEmpty()) {
            throw new ConfigurationException(String.join("\n", faults));
        }
    }

    /** What is not there of the paths of a value. */
    private static Stream<String> missing(String paths) {
        return Stream.of(paths.split(",", -1))
                .map(String::strip)
                .filter(path -> !path.isEmpty() && !Files.exists(Path.of(path)));
    }

    /** A fault of a value, told of the file or of the variable that it is from. */
    private static String fault(StartFile read, Map<String, String> values, String key, String reason) {
        return Objects.equals(values.get(key), read.values().get(key))
                ? read.fault(key, reason).toString()
                : variable(key) + ": " + reason;
    }

    private static Optional<Path> path(Map<String, String> values, String key) {
        return Optional.ofNullable(values.get(key)).map(Path::of);
    }

    private static void collect(List<String> faults, Runnable load) {
        try {
            load.run();
        } catch (ConfigurationException e) {
            faults.add(e.getMessage());
        }
    }

    /** The name of a key among the settings of the services: {@code ingest.push.tokenEnv} is {@code geowire.ingest.push.token-env}. */
    private static String setting(String key) {
        return PREFIX + key.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** The environment variable of a key. */
    static String variable(String key) {
        return setting(key).toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
