package io.geowire.ingest;

import io.geowire.ingest.feed.poll.FeedFiles;
import io.geowire.ingest.feed.poll.FeedLog;
import io.geowire.ingest.feed.poll.FeedSource;
import io.geowire.ingest.feed.poll.FeedsConfig;
import io.geowire.ingest.push.PushConfig;
import io.geowire.ingest.push.PushSource;
import io.geowire.ingest.source.SourceFactory;
import io.geowire.service.HttpConfig;
import io.geowire.service.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sources that settings can turn on. */
public final class Sources {
    /** All their keys. */
    static final Set<String> KEYS =
            Stream.of(PushConfig.KEYS, FeedsConfig.KEYS).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

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
        FeedsConfig.from(settings).ifPresent(feeds -> {
            FeedFiles.load(feeds.list());
            factories.add(context -> new FeedSource(feeds, context, new FeedLog(), false));
        });
        return factories;
    }
}
