package io.geowire.ingest;

import io.geowire.ingest.source.SourceFactory;
import io.geowire.service.HttpConfig;
import io.geowire.service.Settings;
import java.util.List;
import java.util.Set;

/** The sources that settings can turn on. */
final class Sources {
    /** All their keys. */
    static final Set<String> KEYS = Set.of();

    private Sources() {}

    /**
     * Those that are turned on.
     *
     * @param http where the process serves
     * @throws io.geowire.service.ConfigurationException naming key, value and what is allowed
     */
    static List<SourceFactory> from(Settings settings, HttpConfig http) {
        return List.of();
    }
}
