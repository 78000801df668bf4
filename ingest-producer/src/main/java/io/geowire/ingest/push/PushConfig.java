package io.geowire.ingest.push;

import io.geowire.service.ConfigurationException;
import io.geowire.service.HttpConfig;
import io.geowire.service.HttpEndpoint;
import io.geowire.service.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How articles are taken over HTTP.
 *
 * @param tokens of which a caller must have one; empty lets anybody push who reaches the loopback address
 * @param maxBytes that a body may have, as it comes and unpacked
 * @param maxItems that a request may hold
 * @param maxRequests worked on at once
 * @param maxBytesInFlight of all bodies together, until the broker has answered for them
 * @param bodyTimeout in which a body must have come
 * @param answerTimeout in which the broker must have acknowledged
 */
public record PushConfig(
        Optional<BearerTokens> tokens,
        int maxBytes,
        int maxItems,
        int maxRequests,
        int maxBytesInFlight,
        Duration bodyTimeout,
        Duration answerTimeout) {
    static final String PREFIX = "geowire.ingest.push.";
    static final String TOKEN_ENV = PREFIX + "token-env";
    static final String TOKEN_FILE = PREFIX + "token-file";
    static final String WITHOUT_TOKEN = PREFIX + "without-token";
    static final String MAX_BYTES = PREFIX + "max-bytes";
    static final String MAX_ITEMS = PREFIX + "max-items";
    static final String MAX_REQUESTS = PREFIX + "max-requests";
    static final String MAX_BYTES_IN_FLIGHT = PREFIX + "in-flight.max-bytes";
    static final String BODY_TIMEOUT = PREFIX + "body-timeout";
    static final String ANSWER_TIMEOUT = PREFIX + "answer-timeout";

    /** All its keys. */
    public static final Set<String> KEYS = Set.of(
            TOKEN_ENV,
            TOKEN_FILE,
            WITHOUT_TOKEN,
            MAX_BYTES,
            MAX_ITEMS,
            MAX_REQUESTS,
            MAX_BYTES_IN_FLIGHT,
            BODY_TIMEOUT,
            ANSWER_TIMEOUT);

    static final int DEFAULT_MAX_BYTES = 8_388_608;
    static final int DEFAULT_MAX_ITEMS = 1_000;
    static final int DEFAULT_MAX_REQUESTS = 32;
    static final int DEFAULT_MAX_BYTES_IN_FLIGHT = 33_554_432;
    static final Duration DEFAULT_BODY_TIMEOUT = Duration.ofSeconds(30);
    static final Duration DEFAULT_ANSWER_TIMEOUT = Duration.ofSeconds(15);

    /** Workers left to health, metrics and refusals. */
    private static final int WORKERS_LEFT = 16;

    private static final int LARGEST = 1_000_000_000;

    public PushConfig {
        if (maxBytesInFlight < maxBytes) {
            throw ConfigurationException.of(
                    MAX_BYTES_IN_FLIGHT, maxBytesInFlight, "at least " + MAX_BYTES + ", " + maxBytes);
        }
    }

    /** Everything but the tokens at its default. */
    static PushConfig of(Optional<BearerTokens> tokens) {
        return new PushConfig(
                tokens,
                DEFAULT_MAX_BYTES,
                DEFAULT_MAX_ITEMS,
                DEFAULT_MAX_REQUESTS,
                DEFAULT_MAX_BYTES_IN_FLIGHT,
                DEFAULT_BODY_TIMEOUT,
                DEFAULT_ANSWER_TIMEOUT);
    }

    /**
     * Reads the keys below {@code geowire.ingest.push.}.
     *
     * @param environment where the variable that holds tokens is looked up
     * @param http where the process serves
     * @return empty if nothing turns push on
     * @throws ConfigurationException naming key, value and what is allowed; also if anybody on the network could push
     */
    public static Optional<PushConfig> from(Settings settings, Map<String, String> environment, HttpConfig http) {
        Optional<String> variable = settings.find(TOKEN_ENV);
        Optional<String> file = settings.find(TOKEN_FILE);
        boolean withoutToken = withoutToken(settings);
        if (variable.isPresent() && file.isPresent()) {
            throw new ConfigurationException("%s: only one of this and %s may be set".formatted(TOKEN_ENV, TOKEN_FILE));
        }
        Optional<BearerTokens> tokens =
                variable.map(name -> ofVariable(name, environment)).or(() -> file.map(PushConfig::ofFile));
        if (withoutToken && tokens.isPresent()) {
            throw new ConfigurationException(WITHOUT_TOKEN + ": true is not allowed where tokens are set");
        }
        if (!withoutToken && tokens.isEmpty()) {
            return Optional.empty();
        }
        if (withoutToken && !isLoopback(http.host())) {
            throw new ConfigurationException(
                    "%s: true is not allowed where geowire.http.host is %s, which is no loopback address"
                            .formatted(WITHOUT_TOKEN, http.host()));
        }
        return Optional.of(new PushConfig(
                tokens,
                settings.integer(MAX_BYTES, DEFAULT_MAX_BYTES, 1_024, LARGEST),
                settings.integer(MAX_ITEMS, DEFAULT_MAX_ITEMS, 1, 1_000_000),
                settings.integer(MAX_REQUESTS, DEFAULT_MAX_REQUESTS, 1, HttpEndpoint.WORKERS - WORKERS_LEFT),
                settings.integer(MAX_BYTES_IN_FLIGHT, DEFAULT_MAX_BYTES_IN_FLIGHT, 1_024, LARGEST),
                settings.duration(BODY_TIMEOUT, DEFAULT_BODY_TIMEOUT),
                settings.duration(ANSWER_TIMEOUT, DEFAULT_ANSWER_TIMEOUT)));
    }

    private static boolean withoutToken(Settings settings) {
        String value = settings.text(WITHOUT_TOKEN, "false");
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ConfigurationException.of(WITHOUT_TOKEN, value, "true or false");
        };
    }

    private static BearerTokens ofVariable(String name, Map<String, String> environment) {
        String tokens = environment.get(name);
        if (tokens == null) {
            throw ConfigurationException.of(TOKEN_ENV, name, "the name of an environment variable that is set");
        }
        return BearerTokens.parse(tokens, TOKEN_ENV + ": the variable " + name);
    }

    private static BearerTokens ofFile(String name) {
        try {
            return BearerTokens.parse(Files.readString(Path.of(name)), TOKEN_FILE + ": " + name);
        } catch (IOException | InvalidPathException e) {
            throw ConfigurationException.of(TOKEN_FILE, name, "a file that can be read as UTF-8");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!address.isLoopbackAddress()) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
