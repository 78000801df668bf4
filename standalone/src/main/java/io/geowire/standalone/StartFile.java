package io.geowire.standalone;

import io.geowire.service.yaml.Fault;
import io.geowire.service.yaml.Faults;
import io.geowire.service.yaml.FieldNodes;
import io.geowire.service.yaml.ListFile;
import io.geowire.service.yaml.YamlRoot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The file that {@code geowire start} reads, checked: every fault is found at once.
 *
 * @param file where it is read from
 * @param values by key, such as {@code http.port}; a list is parted by commas, a path is absolute
 * @param lines of the keys, from 1
 * @param clients what Kafka clients and the registry client are given, by their own keys
 * @param faults in order of the file; only a file without any may be used
 */
record StartFile(
        Path file,
        Map<String, String> values,
        Map<String, Integer> lines,
        Map<String, String> clients,
        List<Fault> faults) {
    static final int MAX_BYTES = 1_000_000;

    static final String DATA = "data";
    static final String WATCHES = "watches";
    static final String RECEIVERS = "receivers";
    static final String TOPICS = "topics";
    static final String HTTP_HOST = "http.host";
    static final String HTTP_PORT = "http.port";
    static final String KAFKA_BOOTSTRAP = "kafka.bootstrap";
    static final String KAFKA_PORT = "kafka.port";
    static final String REGISTRY_URL = "registry.url";
    static final String REGISTRY_PORT = "registry.port";
    static final String FILES = "ingest.files";
    static final String FEEDS = "ingest.feeds";
    static final String TOKEN_ENV = "ingest.push.tokenEnv";
    static final String TOKEN_FILE = "ingest.push.tokenFile";

    /** All keys, in the order in which they are told. */
    static final List<String> KEYS = List.of(
            DATA,
            HTTP_HOST,
            HTTP_PORT,
            KAFKA_BOOTSTRAP,
            KAFKA_PORT,
            REGISTRY_URL,
            REGISTRY_PORT,
            FILES,
            FEEDS,
            TOKEN_ENV,
            TOKEN_FILE,
            WATCHES,
            RECEIVERS,
            TOPICS);

    private static final List<String> PATHS = List.of(DATA, WATCHES, RECEIVERS, TOPICS, FEEDS, TOKEN_FILE);
    private static final List<String> PORTS = List.of(HTTP_PORT, KAFKA_PORT, REGISTRY_PORT);
    private static final Pattern SECRET =
            Pattern.compile(".*(?:password|jaas\\.config|user\\.info|secret|keystore\\.key|auth\\.token)");
    private static final int MAX_PORT = 65_535;
    private static final int MAX_TEXT = 10_000;
    private static final int MAX_LIST = 1_000;

    StartFile {
        values = Map.copyOf(values);
        lines = Map.copyOf(lines);
        clients = Map.copyOf(clients);
        faults = List.copyOf(faults);
    }

    /**
     * Reads the content of a file.
     *
     * @param file for messages, and paths in it are relative to its folder
     */
    static StartFile parse(Path file, byte[] content) {
        Faults faults = new Faults(file.toString());
        Reader reader = new Reader(file.toAbsolutePath().getParent(), faults);
        ListFile.decode(content, faults)
                .flatMap(text -> YamlRoot.of(text, "a configuration", "without any setting it is '{}'", faults))
                .ifPresent(root -> {
                    if (root instanceof MappingNode mapping) {
                        reader.section(mapping, "");
                    } else {
                        faults.add(root, null, null, "must be keys and values, such as 'data: ./data'");
                    }
                });
        return new StartFile(file, reader.values, reader.lines, reader.clients, faults.inOrder());
    }

    /** What is wrong with the value of a key, which the file has. */
    Fault fault(String key, String reason) {
        int dot = key.lastIndexOf('.');
        return new Fault(
                file.toString(),
                Objects.requireNonNull(lines.get(key)),
                dot < 0 ? null : key.substring(0, dot),
                key.substring(dot + 1),
                reason);
    }

    /** Reads section by section. */
    private static final class Reader {
        private final Map<String, String> values = new TreeMap<>();
        private final Map<String, Integer> lines = new HashMap<>();
        private final Map<String, String> clients = new HashMap<>();
        private final @Nullable Path folder;
        private final Faults faults;

        Reader(@Nullable Path folder, Faults faults) {
            this.folder = folder;
            this.faults = faults;
        }

        /** @param prefix of its keys: empty, or with a dot at the end */
        void section(MappingNode mapping, String prefix) {
            boolean takesMore = prefix.equals("kafka.");
            List<String> names = new ArrayList<>(names(prefix));
            List<String> more = new ArrayList<>();
            if (takesMore) {
                mapping.getValue().stream()
                        .flatMap(entry ->
                                entry.getKeyNode() instanceof ScalarNode key ? Stream.of(key.getValue()) : Stream.of())
                        .filter(name -> !names.contains(name))
                        .forEach(more::add);
            }
            List<String> allowed = new ArrayList<>(names);
            allowed.addAll(more);
            FieldNodes fields = new FieldNodes(
                    mapping, prefix.isEmpty() ? null : prefix.substring(0, prefix.length() - 1), allowed, faults);
            names.forEach(name -> field(fields, prefix, name));
            more.forEach(name -> client(fields, name));
        }

        /** The names that may stand in a section, of keys and of sections. */
        private static List<String> names(String prefix) {
            return KEYS.stream()
                    .filter(key -> key.startsWith(prefix))
                    .map(key -> key.substring(prefix.length()).split("\\.", 2)[0])
                    .distinct()
                    .toList();
        }

        private void field(FieldNodes fields, String prefix, String name) {
            String key = prefix + name;
            if (!fields.has(name)) {
                return;
            }
            Node node = fields.node(name).orElseThrow();
            lines.put(key, Faults.line(node));
            if (!KEYS.contains(key)) {
                if (node instanceof MappingNode mapping) {
                    section(mapping, key + ".");
                } else {
                    fields.fault(name, "must hold " + String.join(", ", names(key + ".")));
                }
            } else if (key.equals(FILES)) {
                List<String> files = fields.oneOrMore(name, MAX_LIST, MAX_TEXT);
                files.stream()
                        .filter(path -> path.contains(","))
                        .forEach(path -> fields.fault(name, "'" + path + "' has a comma, which parts files"));
                if (!files.isEmpty()) {
                    values.put(
                            key,
                            String.join(",", files.stream().map(this::absolute).toList()));
                }
            } else if (PORTS.contains(key)) {
                fields.count(name, MAX_PORT).ifPresent(port -> values.put(key, Integer.toString(port)));
            } else {
                String text = fields.text(name, MAX_TEXT);
                if (text != null) {
                    values.put(key, PATHS.contains(key) ? absolute(text) : text);
                }
            }
        }

        private void client(FieldNodes fields, String name) {
            String text = fields.text(name, MAX_TEXT);
            if (text == null) {
                return;
            }
            if (SECRET.matcher(name).matches()) {
                String variable = StartConfig.variable("kafka." + name);
                fields.fault(
                        name, "a secret: set the variable %s, or %s__FILE to a file".formatted(variable, variable));
            }
            clients.put(name, text);
        }

        private String absolute(String path) {
            return folder == null ? path : folder.resolve(path).normalize().toString();
        }
    }
}
