package io.geowire.service;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Typed access to {@code geowire.*} settings, from a properties file and, before it, environment variables: the key
 * {@code geowire.enrichment.state-dir} is the variable {@code GEOWIRE_ENRICHMENT_STATE_DIR}.
 *
 * <p>Keys under {@code geowire.kafka.} go to every Kafka client and to the schema registry client as they are, without that
 * prefix: {@code geowire.kafka.bootstrap.servers}, {@code geowire.kafka.schema.registry.url}.
 *
 * <p>A variable with the suffix {@code __FILE} names a file that holds the value, which is how a secret reaches a container:
 * {@code GEOWIRE_KAFKA_SASL_JAAS_CONFIG__FILE=/run/secrets/jaas}.
 */
public final class Settings {
    private static final String PREFIX = "geowire.";
    private static final String CLIENT_PREFIX = "geowire.kafka.";
    private static final String VARIABLE_PREFIX = "GEOWIRE_";
    /** Two underscores: Kafka has keys of its own that end in {@code .file}. */
    private static final String FILE_SUFFIX = "__FILE";

    private final Map<String, String> file;
    private final Map<String, String> variables;

    private Settings(Map<String, String> file, Map<String, String> variables) {
        this.file = Map.copyOf(file);
        this.variables = Map.copyOf(variables);
    }

    /**
     * Settings of a properties file alone.
     *
     * @throws ConfigurationException if a key does not begin with {@code geowire.}
     */
    public static Settings of(Map<String, String> values) {
        return of(values, Map.of());
    }

    /**
     * Settings of a properties file and of environment variables, which prevail.
     *
     * @throws ConfigurationException if a key does not begin with {@code geowire.}, or a file that a variable names cannot be
     *     read
     */
    public static Settings of(Map<String, String> values, Map<String, String> environment) {
        for (String key : new TreeSet<>(values.keySet())) {
            if (!key.startsWith(PREFIX)) {
                throw new ConfigurationException("%s: unknown key; all keys begin with %s".formatted(key, PREFIX));
            }
        }
        Map<String, String> variables = new HashMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(VARIABLE_PREFIX) && !name.endsWith(FILE_SUFFIX)) {
                variables.put(name, value);
            }
        });
        environment.forEach((name, path) -> {
            if (name.startsWith(VARIABLE_PREFIX) && name.endsWith(FILE_SUFFIX)) {
                String variable = name.substring(0, name.length() - FILE_SUFFIX.length());
                if (variables.put(variable, content(name, path)) != null) {
                    throw new ConfigurationException(
                            "%s and %s: only one of them may be set".formatted(variable, name));
                }
            }
        });
        return new Settings(values, variables);
    }

    private static String content(String variable, String path) {
        try {
            return Files.readString(Path.of(path), StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException e) {
            throw ConfigurationException.of(variable, path, "a file of UTF-8 text that can be read");
        }
    }

    /**
     * Reads a properties file in UTF-8.
     *
     * @throws ConfigurationException if it cannot be read
     */
    public static Settings load(Path path, Map<String, String> environment) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigurationException("%s: cannot be read as a properties file: %s".formatted(path, e));
        }
        Map<String, String> values = new HashMap<>();
        properties.forEach((key, value) -> values.put((String) key, ((String) value).strip()));
        return of(values, environment);
    }

    /** The value of a key, if it is set and not blank. */
    public Optional<String> find(String key) {
        String value = variables.get(variable(key));
        return Optional.ofNullable(value != null ? value : file.get(key))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** The value of a key. */
    public String text(String key, String otherwise) {
        return find(key).orElse(otherwise);
    }

    /**
     * A whole number from {@code min} to {@code max}.
     *
     * @throws ConfigurationException if it is none
     */
    public int integer(String key, int otherwise, int min, int max) {
        Optional<String> text = find(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        String allowed = "a whole number from %d to %d".formatted(min, max);
        try {
            int value = Integer.parseInt(text.get());
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw ConfigurationException.of(key, text.get(), allowed);
    }

    /**
     * A duration above zero in ISO-8601 form, such as {@code PT72H}.
     *
     * @throws ConfigurationException if it is none
     */
    public Duration duration(String key, Duration otherwise) {
        Optional<String> text = find(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            Duration value = Duration.parse(text.get());
            if (value.compareTo(Duration.ZERO) > 0) {
                return value;
            }
        } catch (DateTimeException e) {
            // Said below, as for a duration that is not above zero.
        }
        throw ConfigurationException.of(key, text.get(), "an ISO-8601 duration above zero, such as PT72H");
    }

    /** What Kafka clients and the registry client are configured with: the keys under {@code geowire.kafka.}. */
    public Map<String, Object> clients() {
        Map<String, Object> clients = new TreeMap<>();
        file.forEach((key, value) -> {
            if (key.startsWith(CLIENT_PREFIX)) {
                clients.put(key.substring(CLIENT_PREFIX.length()), value);
            }
        });
        String variablePrefix = variable(CLIENT_PREFIX);
        variables.forEach((name, value) -> {
            if (name.startsWith(variablePrefix)) {
                clients.put(
                        name.substring(variablePrefix.length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        value.strip());
            }
        });
        return clients;
    }

    /**
     * Refuses a key below {@code prefix} that nobody reads: a spelling mistake must not pass for a setting.
     *
     * @throws ConfigurationException naming the first such key and those that exist
     */
    public void allowOnly(String prefix, Set<String> keys) {
        Set<String> allowed = new TreeSet<>(keys);
        for (String key : new TreeSet<>(file.keySet())) {
            if (key.startsWith(prefix) && !allowed.contains(key)) {
                throw unknown(key, allowed);
            }
        }
        Set<String> allowedVariables = new TreeSet<>();
        allowed.forEach(key -> allowedVariables.add(variable(key)));
        for (String name : new TreeSet<>(variables.keySet())) {
            if (name.startsWith(variable(prefix)) && !allowedVariables.contains(name)) {
                throw unknown(name, allowedVariables);
            }
        }
    }

    private static ConfigurationException unknown(String key, Set<String> allowed) {
        return new ConfigurationException("%s: unknown key; known are %s".formatted(key, String.join(", ", allowed)));
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
