package io.geowire.ingest.feed.list;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a list of feeds.
 *
 * @param line counted from 1
 * @param feed number of the feed in the list, from 1; 0 if no feed is meant
 * @param field field of the feed; null if none is meant
 * @param reason one line, safe to print
 */
public record FeedListFault(
        String file, int line, int feed, @Nullable String field, String reason) {
    /** One line: {@code feeds.yaml:5: feed #2: every: reason}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file).append(':').append(line).append(": ");
        if (feed > 0) {
            text.append("feed #").append(feed).append(": ");
        }
        if (field != null) {
            text.append(field).append(": ");
        }
        return text.append(reason).toString();
    }
}
