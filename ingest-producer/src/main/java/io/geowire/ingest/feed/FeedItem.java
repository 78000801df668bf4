package io.geowire.ingest.feed;

import io.geowire.ingest.item.RawDate;
import org.jspecify.annotations.Nullable;

/**
 * An item as its feed gives it, with HTML turned into text and addresses made absolute; null where it gives nothing.
 *
 * @param line where it begins in its document, from 1; 0 if that is not known
 * @param guid {@code guid}, {@code id} or {@code rdf:about}
 * @param url of its page
 * @param title never null together with {@code body}
 * @param body its text, paragraphs parted by an empty line
 * @param summary whether {@code body} is not, or need not be, the whole text
 * @param byline its authors
 * @param date when it was published, as written
 */
public record FeedItem(
        long line,
        @Nullable String guid,
        @Nullable String url,
        @Nullable String title,
        @Nullable String body,
        boolean summary,
        @Nullable String byline,
        @Nullable String language,
        @Nullable RawDate date) {

    /** The same item with another text, which is all of it. */
    public FeedItem withBody(String text) {
        return new FeedItem(line, guid, url, title, text, false, byline, language, date);
    }
}
