package io.geowire.ingest.feed.poll;

import io.geowire.service.ConfigurationException;
import io.geowire.service.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How feeds are polled.
 *
 * @param list file of the list of feeds
 * @param hosts asked at the same time at most, 1 to {@link #MAX_HOSTS}
 * @param spacing least time between two requests to a host
 */
public record FeedsConfig(Path list, int hosts, Duration spacing) {
    public static final String LIST = "geowire.ingest.feeds";
    public static final String HOSTS = "geowire.ingest.feed.hosts";
    public static final String SPACING = "geowire.ingest.feed.host-spacing";

    /** All keys. */
    public static final Set<String> KEYS = Set.of(LIST, HOSTS, SPACING);

    public static final int DEFAULT_HOSTS = 16;
    public static final Duration DEFAULT_SPACING = Duration.ofSeconds(5);
    static final int MAX_HOSTS = 256;

    public FeedsConfig {
        if (hosts < 1 || hosts > MAX_HOSTS) {
            throw ConfigurationException.of(HOSTS, hosts, "a whole number from 1 to " + MAX_HOSTS);
        }
    }

    /**
     * The settings, if a list is set.
     *
     * @throws ConfigurationException naming key, value and what is allowed
     */
    public static Optional<FeedsConfig> from(Settings settings) {
        return settings.find(LIST).map(list -> of(Path.of(list), settings));
    }

    /**
     * A list that is given otherwise, with the rest of the settings.
     *
     * @throws ConfigurationException naming key, value and what is allowed
     */
    public static FeedsConfig of(Path list, Settings settings) {
        return new FeedsConfig(
                list,
                settings.integer(HOSTS, DEFAULT_HOSTS, 1, MAX_HOSTS),
                settings.duration(SPACING, DEFAULT_SPACING));
    }
}
