package io.geowire.ingest;

import io.geowire.service.ConfigurationException;
import io.geowire.service.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * How news is ingested.
 *
 * @param clients Kafka's and the registry's settings, by their own keys
 * @param paths files and folders to read when none are given otherwise
 * @param maxItemBytes that one item of the input may have
 * @param lookAheadArticles how many articles are held to be put in order
 * @param lookAheadChars how many characters of text they may have together
 * @param backfillAfter how old what a source brings may be before it is back-fill; empty: however old it is, it is news
 */
public record IngestConfig(
        Map<String, Object> clients,
        List<String> paths,
        int maxItemBytes,
        int lookAheadArticles,
        int lookAheadChars,
        Optional<Duration> backfillAfter) {
    static final String PREFIX = "geowire.ingest.";
    static final String PATHS = PREFIX + "paths";
    static final Whole MAX_ITEM_BYTES = new Whole(PREFIX + "item.max-bytes", 8_388_608, 1_024, 268_435_456);
    static final Whole LOOK_AHEAD_ARTICLES = new Whole(PREFIX + "look-ahead.articles", 50_000, 0, 10_000_000);
    static final Whole LOOK_AHEAD_CHARS = new Whole(PREFIX + "look-ahead.characters", 32_000_000, 0, 1_000_000_000);

    static final String BACKFILL_AFTER = PREFIX + "backfill.older-than";
    static final Duration DEFAULT_BACKFILL_AFTER = Duration.ofDays(3);
    private static final String NEVER = "never";

    public IngestConfig {
        clients = Map.copyOf(clients);
        paths = List.copyOf(paths);
        if (!clients.containsKey(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG)) {
            throw new ConfigurationException("geowire.kafka.bootstrap.servers: missing; it takes host:port,…");
        }
        MAX_ITEM_BYTES.check(maxItemBytes);
        LOOK_AHEAD_ARTICLES.check(lookAheadArticles);
        LOOK_AHEAD_CHARS.check(lookAheadChars);
    }

    /**
     * Everything at its default.
     *
     * @throws ConfigurationException if {@code clients} has no {@code bootstrap.servers}
     */
    public static IngestConfig of(Map<String, Object> clients) {
        return new IngestConfig(
                clients,
                List.of(),
                MAX_ITEM_BYTES.otherwise(),
                LOOK_AHEAD_ARTICLES.otherwise(),
                LOOK_AHEAD_CHARS.otherwise(),
                Optional.of(DEFAULT_BACKFILL_AFTER));
    }

    /**
     * Reads the keys below {@code geowire.ingest.} and, for the clients, {@code geowire.kafka.}.
     *
     * @throws ConfigurationException naming key, value and what is allowed
     */
    public static IngestConfig from(Settings settings) {
        Set<String> keys = new HashSet<>(
                Set.of(PATHS, MAX_ITEM_BYTES.key(), LOOK_AHEAD_ARTICLES.key(), LOOK_AHEAD_CHARS.key(), BACKFILL_AFTER));
        keys.addAll(Sources.KEYS);
        settings.allowOnly(PREFIX, keys);
        return new IngestConfig(
                settings.clients(),
                paths(settings.text(PATHS, "")),
                MAX_ITEM_BYTES.read(settings),
                LOOK_AHEAD_ARTICLES.read(settings),
                LOOK_AHEAD_CHARS.read(settings),
                settings.text(BACKFILL_AFTER, "").equals(NEVER)
                        ? Optional.empty()
                        : Optional.of(settings.duration(BACKFILL_AFTER, DEFAULT_BACKFILL_AFTER)));
    }

    /** The same, but what sources bring is news however old it is. */
    public IngestConfig withoutBackfill() {
        return new IngestConfig(clients, paths, maxItemBytes, lookAheadArticles, lookAheadChars, Optional.empty());
    }

    private static List<String> paths(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .toList();
    }

    /** A setting that is a whole number. */
    record Whole(String key, int otherwise, int min, int max) {
        int read(Settings settings) {
            return settings.integer(key, otherwise, min, max);
        }

        void check(int value) {
            if (value < min || value > max) {
                throw ConfigurationException.of(key, value, "a whole number from %d to %d".formatted(min, max));
            }
        }
    }
}
