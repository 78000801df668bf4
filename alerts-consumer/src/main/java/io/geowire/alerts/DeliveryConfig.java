package io.geowire.alerts;

import io.geowire.alerts.dispatch.DeliveryLimits;
import io.geowire.service.ConfigurationException;
import io.geowire.service.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of alerts, and how.
 *
 * @param receivers the file of receivers; null to tell nobody
 * @param limits of retries and the circuit
 */
public record DeliveryConfig(@Nullable Path receivers, DeliveryLimits limits) {
    static final String RECEIVERS = AlertsConfig.PREFIX + "receivers";
    static final String FIRST_DELAY = AlertsConfig.PREFIX + "delivery.first-delay";
    static final String LONGEST_DELAY = AlertsConfig.PREFIX + "delivery.longest-delay";
    static final String BREAKER_FAILURES = AlertsConfig.PREFIX + "delivery.breaker.failures";
    static final String BREAKER_DELAY = AlertsConfig.PREFIX + "delivery.breaker.delay";
    static final String START_AGE = AlertsConfig.PREFIX + "delivery.start-age";

    static final List<String> KEYS =
            List.of(RECEIVERS, FIRST_DELAY, LONGEST_DELAY, BREAKER_FAILURES, BREAKER_DELAY, START_AGE);

    /** Tells nobody. */
    public static final DeliveryConfig NONE = new DeliveryConfig(null, DeliveryLimits.DEFAULT);

    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final int MOST_FAILURES = 1_000;

    static DeliveryConfig from(Settings settings) {
        DeliveryLimits standard = DeliveryLimits.DEFAULT;
        Duration first = duration(settings, FIRST_DELAY, standard.firstDelay());
        Duration longest = duration(settings, LONGEST_DELAY, standard.longestDelay());
        if (longest.compareTo(first) <= 0) {
            throw ConfigurationException.of(LONGEST_DELAY, longest, "above " + FIRST_DELAY + ", which is " + first);
        }
        return new DeliveryConfig(
                settings.find(RECEIVERS).map(Path::of).orElse(null),
                new DeliveryLimits(
                        first,
                        longest,
                        settings.integer(BREAKER_FAILURES, standard.breakerFailures(), 1, MOST_FAILURES),
                        duration(settings, BREAKER_DELAY, standard.breakerDelay()),
                        duration(settings, START_AGE, standard.startAge())));
    }

    private static Duration duration(Settings settings, String key, Duration otherwise) {
        Duration value = settings.duration(key, otherwise);
        if (value.compareTo(SHORTEST) < 0 || value.compareTo(LONGEST) > 0) {
            throw ConfigurationException.of(key, value, "from PT0.01S to P90D");
        }
        return value;
    }

    /** The file of receivers, if there is one. */
    public Optional<Path> receiverFile() {
        return Optional.ofNullable(receivers);
    }
}
