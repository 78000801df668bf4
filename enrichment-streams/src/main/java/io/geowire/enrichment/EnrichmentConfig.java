package io.geowire.enrichment;

import io.geowire.enrichment.related.Ring;
import io.geowire.enrichment.topology.Limits;
import io.geowire.service.ConfigurationException;
import io.geowire.service.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Configuration of the enrichment.
 *
 * @param clients what Kafka clients and the registry client are configured with
 * @param stateDir where the stores are kept between starts
 * @param topics a file of further topics; null for none
 * @param threads stream threads
 * @param rocksDbMemory for all stores together, in MiB
 * @param limits what bounds the state
 * @param meteredSources how many sources the meters tell apart
 */
public record EnrichmentConfig(
        Map<String, Object> clients,
        Path stateDir,
        @Nullable Path topics,
        int threads,
        int rocksDbMemory,
        Limits limits,
        int meteredSources) {
    static final String PREFIX = "geowire.enrichment.";
    static final String STATE_DIR = PREFIX + "state-dir";
    static final String TOPICS = PREFIX + "topics";
    static final String ARTICLE_RETENTION = PREFIX + "articles.retention";
    static final String ANSWER_TIMEOUT = PREFIX + "answers.timeout";

    static final Whole THREADS = new Whole(PREFIX + "threads", 2, 1, 64);
    static final Whole ROCKSDB_MEMORY = new Whole(PREFIX + "rocksdb.memory-mib", 96, 16, 65_536);
    static final Whole MAX_ARTICLES = new Whole(PREFIX + "articles.max", 500_000, 1_000, 100_000_000);
    static final Whole RING_SIZE = new Whole(PREFIX + "ring.size", 100, 2, 1_000);
    static final Whole MAX_RING_ENTRIES = new Whole(PREFIX + "ring.max", 2_000_000, 1_000, 1_000_000_000);
    static final Whole SLACK = new Whole(PREFIX + "slack", 20_000, 0, 10_000_000);

    static final Whole METERED_SOURCES = new Whole(PREFIX + "meters.sources", 50, 0, 1_000);

    static final Duration DEFAULT_ARTICLE_RETENTION = Duration.ofDays(7);
    static final Duration DEFAULT_ANSWER_TIMEOUT = Duration.ofSeconds(30);
    private static final Path DEFAULT_STATE_DIR = Path.of("data", "enrichment");

    public EnrichmentConfig {
        clients = Map.copyOf(clients);
        THREADS.check(threads);
        ROCKSDB_MEMORY.check(rocksDbMemory);
        MAX_ARTICLES.check(limits.maxArticles());
        RING_SIZE.check(limits.ringSize());
        MAX_RING_ENTRIES.check(limits.maxRingEntries());
        SLACK.check(limits.slack());
        METERED_SOURCES.check(meteredSources);
        if (limits.articleRetention().compareTo(Ring.WINDOW) < 0) {
            throw ConfigurationException.of(
                    ARTICLE_RETENTION,
                    limits.articleRetention(),
                    Ring.WINDOW + " or more: so long related headlines come");
        }
        if (limits.answerTimeout().toSeconds() < 1) {
            throw ConfigurationException.of(ANSWER_TIMEOUT, limits.answerTimeout(), "PT1S or more");
        }
    }

    /** Everything at its default. */
    public static EnrichmentConfig of(Map<String, Object> clients, Path stateDir) {
        return read(Settings.of(Map.of()), clients, stateDir, null);
    }

    /**
     * Reads {@code geowire.enrichment.*} and, for the clients, {@code geowire.kafka.*}.
     *
     * @throws ConfigurationException naming key, value and what is allowed
     */
    public static EnrichmentConfig from(Settings settings) {
        settings.allowOnly(
                PREFIX,
                Set.of(
                        STATE_DIR,
                        TOPICS,
                        ARTICLE_RETENTION,
                        ANSWER_TIMEOUT,
                        THREADS.key,
                        ROCKSDB_MEMORY.key,
                        MAX_ARTICLES.key,
                        RING_SIZE.key,
                        MAX_RING_ENTRIES.key,
                        SLACK.key,
                        METERED_SOURCES.key));
        return read(
                settings,
                settings.clients(),
                settings.find(STATE_DIR).map(Path::of).orElse(DEFAULT_STATE_DIR),
                settings.find(TOPICS).map(Path::of).orElse(null));
    }

    private static EnrichmentConfig read(
            Settings settings, Map<String, Object> clients, Path stateDir, @Nullable Path topics) {
        return new EnrichmentConfig(
                clients,
                stateDir,
                topics,
                THREADS.read(settings),
                ROCKSDB_MEMORY.read(settings),
                new Limits(
                        settings.duration(ARTICLE_RETENTION, DEFAULT_ARTICLE_RETENTION),
                        RING_SIZE.read(settings),
                        SLACK.read(settings),
                        MAX_ARTICLES.read(settings),
                        MAX_RING_ENTRIES.read(settings),
                        settings.duration(ANSWER_TIMEOUT, DEFAULT_ANSWER_TIMEOUT)),
                METERED_SOURCES.read(settings));
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
