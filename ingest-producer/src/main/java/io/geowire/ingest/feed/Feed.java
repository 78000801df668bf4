package io.geowire.ingest.feed;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A feed as its list has it.
 *
 * @param url {@code http} or {@code https}; tells the feed from others
 * @param source who its articles are from; null for what the feed calls itself
 * @param every base time between two polls, from {@link #MIN_EVERY} to {@link #MAX_EVERY}
 * @param language BCP 47 tag of its articles; null for what the feed says
 * @param fullText whether the page of an item is fetched when the feed has only a summary
 * @param allowPrivate whether it may lie at an address that is not public
 * @param headers sent with each request to the feed's own origin; they may be secret
 */
public record Feed(
        URI url,
        @Nullable String source,
        Duration every,
        @Nullable String language,
        boolean fullText,
        boolean allowPrivate,
        Map<String, String> headers) {
    public static final Duration MIN_EVERY = Duration.ofSeconds(1);
    public static final Duration MAX_EVERY = Duration.ofHours(24);
    public static final Duration DEFAULT_EVERY = Duration.ofMinutes(15);

    public Feed {
        if (every.compareTo(MIN_EVERY) < 0 || every.compareTo(MAX_EVERY) > 0) {
            throw new IllegalArgumentException("every: " + every + " is not from " + MIN_EVERY + " to " + MAX_EVERY);
        }
        headers = Map.copyOf(headers);
    }

    /**
     * A feed of which no more is known.
     *
     * @param source who its articles are from; null for what the feed calls itself
     */
    public static Feed at(URI url, @Nullable String source) {
        return new Feed(url, source, DEFAULT_EVERY, null, false, false, Map.of());
    }

    /** Key of its state. */
    public String key() {
        return url.toString();
    }

    /** Without the headers. */
    @Override
    public String toString() {
        return "Feed[" + url + "]";
    }
}
