package io.geowire.alerts;

import io.geowire.alerts.topology.Limits;
import io.geowire.service.ConfigurationException;
import io.geowire.service.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How the service runs.
 *
 * @param clients Kafka's and the registry's settings, by their own keys
 * @param watches the file of watches; null to use those that are in {@code news.watches.v1} already
 * @param topics the file of topics that enrichment labels by beside Geowire's; null for none
 * @param stateDir where the state is kept between starts
 * @param threads stream threads, 1 or more
 * @param limits what bounds the state
 * @param meteredWatches how many watches the meters tell apart, 0 or more
 * @param delivery who is told of alerts, and how
 */
public record AlertsConfig(
        Map<String, Object> clients,
        @Nullable Path watches,
        @Nullable Path topics,
        Path stateDir,
        int threads,
        Limits limits,
        int meteredWatches,
        DeliveryConfig delivery) {
    static final String PREFIX = "geowire.alerts.";
    static final String WATCHES = PREFIX + "watches";
    static final String TOPICS = PREFIX + "topics";
    static final String STATE_DIR = PREFIX + "state-dir";
    static final String THREADS = PREFIX + "threads";
    static final String RETENTION = PREFIX + "store.retention";
    static final String SLACK = PREFIX + "store.slack";
    static final String MAX = PREFIX + "store.max";

    static final String METERED_WATCHES = PREFIX + "meters.watches";

    private static final int MOST_THREADS = 64;
    private static final int MOST_METERED = 1_000;

    public AlertsConfig {
        clients = Map.copyOf(clients);
        if (threads < 1 || threads > MOST_THREADS) {
            throw ConfigurationException.of(THREADS, threads, "a whole number from 1 to " + MOST_THREADS);
        }
    }

    /**
     * Reads the keys below {@code geowire.alerts.}.
     *
     * @throws ConfigurationException if one is unknown or has a value that is not allowed
     */
    public static AlertsConfig from(Settings settings) {
        Set<String> keys =
                new TreeSet<>(Set.of(WATCHES, TOPICS, STATE_DIR, THREADS, RETENTION, SLACK, MAX, METERED_WATCHES));
        keys.addAll(DeliveryConfig.KEYS);
        settings.allowOnly(PREFIX, keys);
        Duration retention = settings.duration(RETENTION, Limits.DEFAULT.retention());
        int slack = settings.integer(SLACK, Limits.DEFAULT.slack(), 0, Integer.MAX_VALUE);
        int max = settings.integer(MAX, Limits.DEFAULT.max(), 1, Integer.MAX_VALUE);
        if (max < slack) {
            throw ConfigurationException.of(MAX, max, "at least " + SLACK + ", which is " + slack);
        }
        return new AlertsConfig(
                settings.clients(),
                settings.find(WATCHES).map(Path::of).orElse(null),
                settings.find(TOPICS).map(Path::of).orElse(null),
                Path.of(settings.text(STATE_DIR, "data/alerts")),
                settings.integer(THREADS, 1, 1, MOST_THREADS),
                new Limits(retention, slack, max),
                settings.integer(METERED_WATCHES, 100, 0, MOST_METERED),
                DeliveryConfig.from(settings));
    }

    /** The file of watches, if there is one. */
    public Optional<Path> watchFile() {
        return Optional.ofNullable(watches);
    }
}
