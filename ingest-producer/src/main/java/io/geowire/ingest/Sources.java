package io.geowire.ingest;

import io.geowire.ingest.push.PushConfig;
import io.geowire.ingest.push.PushSource;
import io.geowire.ingest.source.SourceFactory;
import io.geowire.service.HttpConfig;
import io.geowire.service.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sources that settings can turn on. */
public final class Sources {
    /** All their keys. */
    static final Set<String> KEYS = PushConfig.KEYS;

    private Sources() {}

    /**
     * Those that are turned on.
     *
     * @param environment where variables that hold secrets are looked up
     * @param http where the process serves
     * @throws io.geowire.service.ConfigurationException naming key, value and what is allowed
     */
    public static List<SourceFactory> from(Settings settings, Map<String, String> environment, HttpConfig http) {
        int maxItemBytes = IngestConfig.MAX_ITEM_BYTES.read(settings);
        List<SourceFactory> factories = new ArrayList<>();
        PushConfig.from(settings, environment, http)
                .ifPresent(push -> factories.add(context -> new PushSource(push, maxItemBytes, context)));
        return factories;
    }
}
