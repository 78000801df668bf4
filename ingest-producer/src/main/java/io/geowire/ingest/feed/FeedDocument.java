package io.geowire.ingest.feed;

import io.geowire.ingest.item.Excerpt;
import io.geowire.ingest.item.Printable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed holds.
 *
 * @param format as it names itself, such as {@code RSS 2.0}
 * @param title what it calls itself
 * @param ttl how long it asks to be left alone between polls; zero if it does not say
 * @param items in the order of the document
 * @param broken items that cannot be read
 */
public record FeedDocument(
        String format,
        @Nullable String title,
        @Nullable String language,
        Duration ttl,
        List<FeedItem> items,
        List<BrokenItem> broken) {
    /**
     * An item that cannot be read. The others can.
     *
     * @param line where it begins, from 1; 0 if that is not known
     * @param reason one line, safe to print
     * @param value its beginning
     */
    public record BrokenItem(long line, String reason, Excerpt value) {
        public BrokenItem {
            reason = Printable.escape(reason);
        }
    }

    public FeedDocument {
        items = List.copyOf(items);
        broken = List.copyOf(broken);
    }
}
