package io.geowire.ingest.feed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a server made of a poll. */
public sealed interface Answer {
    /** How long the server asks to be left alone. */
    Duration pause();

    /**
     * A feed.
     *
     * @param movedTo where permanent redirects led, if there were any
     * @param etag header, if there is one
     * @param lastModified header, if there is one
     */
    record Document(
            FeedDocument feed,
            @Nullable String movedTo,
            @Nullable String etag,
            @Nullable String lastModified,
            Duration pause)
            implements Answer {}

    /** Nothing has changed since the answer before. */
    record NotModified(@Nullable String movedTo, Duration pause) implements Answer {}

    /** The feed is gone for good. */
    record Gone(Duration pause) implements Answer {}

    /**
     * No feed could be had.
     *
     * @param reason one line, safe to print
     */
    record Failed(String reason, Duration pause) implements Answer {}
}
