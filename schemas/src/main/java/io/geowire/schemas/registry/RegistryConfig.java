package io.geowire.schemas.registry;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;

/**
 * How to reach the registry, by Confluent's keys. Each key may also stand with the prefix {@code schema.registry.}, which
 * then has precedence; TLS is set only so, because without the prefix its keys are those of the Kafka clients. Keys that
 * are not known are left to others, except those with the prefix.
 *
 * @param endpoints the registries, in the order in which they are tried; never empty
 * @param tls how to speak TLS, if an endpoint does
 * @param connectTimeout limit of connecting
 * @param readTimeout limit from the request to the last byte of the answer
 * @param maxRetries how often all endpoints are tried again when none has answered
 * @param retryWait pause before the first retry; it doubles with each
 * @param retryMaxWait longest pause
 * @param cacheSize how many schemas are remembered in each direction
 * @param normalize whether the registry brings schemas into normal form before it compares them
 */
record RegistryConfig(
        List<Endpoint> endpoints,
        Optional<Tls> tls,
        Duration connectTimeout,
        Duration readTimeout,
        int maxRetries,
        Duration retryWait,
        Duration retryMaxWait,
        int cacheSize,
        boolean normalize) {

    static final String PREFIX = "schema.registry.";
    static final String URL = PREFIX + "url";
    static final String BASIC_SOURCE = "basic.auth.credentials.source";
    static final String BASIC_USER_INFO = "basic.auth.user.info";
    static final String BEARER_SOURCE = "bearer.auth.credentials.source";
    static final String BEARER_TOKEN = "bearer.auth.token";
    static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";
    static final String READ_TIMEOUT = "http.read.timeout.ms";
    static final String MAX_RETRIES = "max.retries";
    static final String RETRIES_WAIT = "retries.wait.ms";
    static final String RETRIES_MAX_WAIT = "retries.max.wait.ms";
    static final String CACHE_SIZE = "max.schemas.per.subject";
    static final String NORMALIZE = "normalize.schemas";

    static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    URL,
                    Type.LIST,
                    ConfigDef.NO_DEFAULT_VALUE,
                    HIGH,
                    "URLs of the registry, parted by commas; the next is used when one does not answer."
                            + " `mock://name` is a registry inside the JVM, for tests.")
            .define(
                    BASIC_SOURCE,
                    Type.STRING,
                    "URL",
                    ValidString.in("URL", "USER_INFO", "SASL_INHERIT"),
                    MEDIUM,
                    "Where user and password come from: `URL` (in each URL, if any), `USER_INFO`"
                            + " (`basic.auth.user.info`), `SASL_INHERIT` (`sasl.jaas.config`).")
            .define(BASIC_USER_INFO, Type.PASSWORD, null, MEDIUM, "User and password, parted by a colon.")
            .define(
                    BEARER_SOURCE,
                    Type.STRING,
                    null,
                    ConfigDef.LambdaValidator.with(
                            (name, value) -> {
                                if (value != null) {
                                    ValidString.in("STATIC_TOKEN").ensureValid(name, value);
                                }
                            },
                            () -> "[STATIC_TOKEN]"),
                    MEDIUM,
                    "`STATIC_TOKEN` sends `bearer.auth.token`.")
            .define(BEARER_TOKEN, Type.PASSWORD, null, MEDIUM, "The bearer token.")
            .define(CONNECT_TIMEOUT, Type.INT, 10_000, atLeast(1), LOW, "Limit of connecting.")
            .define(
                    READ_TIMEOUT,
                    Type.INT,
                    10_000,
                    atLeast(1),
                    LOW,
                    "Limit from the request to the last byte of the answer.")
            .define(
                    MAX_RETRIES,
                    Type.INT,
                    3,
                    atLeast(0),
                    LOW,
                    "How often all URLs are tried again when each has failed: no answer, or 5xx, 408 or 429.")
            .define(
                    RETRIES_WAIT,
                    Type.INT,
                    1_000,
                    atLeast(0),
                    LOW,
                    "Pause before the first retry; it doubles with each, give or take a quarter.")
            .define(RETRIES_MAX_WAIT, Type.INT, 20_000, atLeast(0), LOW, "Longest pause.")
            .define(
                    CACHE_SIZE,
                    Type.INT,
                    1_000,
                    atLeast(1),
                    LOW,
                    "How many schemas are cached, by id and by schema each.")
            .define(
                    NORMALIZE,
                    Type.BOOLEAN,
                    false,
                    LOW,
                    "Whether the registry brings schemas into normal form before it compares them.");

    /**
     * Reads the configuration.
     *
     * @throws ConfigException naming key, value and what is allowed; secrets are not shown
     */
    static RegistryConfig from(Map<String, ?> config) {
        Map<String, Object> ours = withoutPrefix(config);
        if (!ours.containsKey(URL)) {
            throw new ConfigException("Missing required configuration \"" + URL + "\": URLs of the schema registry");
        }
        AbstractConfig values = new AbstractConfig(DEFINITION, ours, false);
        Authorization authorization = Authorization.from(values, config);
        List<Endpoint> endpoints = endpoints(values.getList(URL), authorization);
        if (endpoints.isEmpty()) {
            throw new ConfigException(URL, "", "must name at least one http or https URL");
        }
        return new RegistryConfig(
                endpoints,
                endpoints.stream().anyMatch(Endpoint::isTls) ? Optional.of(Tls.from(config)) : Optional.empty(),
                millis(values, CONNECT_TIMEOUT),
                millis(values, READ_TIMEOUT),
                values.getInt(MAX_RETRIES),
                millis(values, RETRIES_WAIT),
                millis(values, RETRIES_MAX_WAIT),
                values.getInt(CACHE_SIZE),
                values.getBoolean(NORMALIZE));
    }

    private static Map<String, Object> withoutPrefix(Map<String, ?> config) {
        Map<String, Object> ours = new HashMap<>();
        Map<String, Object> prefixed = new HashMap<>();
        config.forEach((key, value) -> {
            if (DEFINITION.names().contains(key)) {
                ours.put(key, value);
            } else if (key.startsWith(PREFIX) && !key.startsWith(Tls.PREFIX)) {
                String name = key.substring(PREFIX.length());
                if (!DEFINITION.names().contains(name)) {
                    throw new ConfigException("Unknown configuration " + key + ": with the prefix " + PREFIX
                            + " there may be ssl.* and " + DEFINITION.names());
                }
                prefixed.put(name, value);
            }
        });
        ours.putAll(prefixed);
        return ours;
    }

    private static List<Endpoint> endpoints(List<String> urls, Authorization authorization) {
        // A password may hold a comma, and then parts of it look like a URL: show none where there may be one.
        boolean secret = urls.stream().anyMatch(url -> url.indexOf('@') >= 0);
        return urls.stream()
                .map(url -> endpoint(url, authorization)
                        .orElseThrow(() -> new ConfigException(
                                URL,
                                secret ? "[hidden]" : url,
                                "must be http or https URLs with a host, without query, parted by commas")))
                .toList();
    }

    private static Optional<Endpoint> endpoint(String url, Authorization authorization) {
        try {
            URI given = new URI(url.strip());
            String scheme = String.valueOf(given.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            if (!web || given.getHost() == null || given.getRawQuery() != null || given.getRawFragment() != null) {
                return Optional.empty();
            }
            String port = given.getPort() < 0 ? "" : ":" + given.getPort();
            String path = given.getRawPath().replaceAll("/+$", "");
            URI base = new URI(scheme + "://" + given.getHost() + port + path);
            return Optional.of(new Endpoint(base, authorization.header(given)));
        } catch (URISyntaxException e) {
            return Optional.empty(); // Its message holds the URL, and with it maybe a password.
        }
    }

    private static Duration millis(AbstractConfig values, String key) {
        return Duration.ofMillis(values.getInt(key));
    }
}
