package io.geowire.ingest.feed;

import io.geowire.ingest.json.Html;
import java.util.Locale;
import java.util.Optional;
import net.dankito.readability4j.Readability4J;
import org.jspecify.annotations.Nullable;

/** The main text of a web page, without what stands around it: Mozilla's Readability. */
public final class PageText {
    /** What is shorter is a notice about cookies, a wall or a menu. */
    private static final int MIN_LENGTH = 200;

    private PageText() {}

    /**
     * The text, paragraphs parted by an empty line.
     *
     * @param contentType header of the page, if it has one
     * @return empty if the page is not HTML or has no main text
     */
    public static Optional<String> of(byte[] page, @Nullable String contentType, String url) {
        if (contentType != null && !contentType.toLowerCase(Locale.ROOT).contains("html")) {
            return Optional.empty();
        }
        String html = FeedCharset.decode(page, contentType);
        if (html.chars().filter(c -> c == '<').count() > FeedParser.MAX_TAGS / 10) {
            return Optional.empty();
        }
        String content = new Readability4J(url, html).parse().getContent();
        return Optional.ofNullable(content).map(Html::text).filter(text -> text.length() >= MIN_LENGTH);
    }
}
