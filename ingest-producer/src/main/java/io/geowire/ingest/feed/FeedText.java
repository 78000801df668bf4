package io.geowire.ingest.feed;

import io.geowire.ingest.json.Html;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Turns what feeds put into titles and texts into text: HTML, text with escapes, or both, and nobody says which. */
final class FeedText {
    private static final Pattern REFERENCE =
            Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});");
    private static final Pattern TAG = Pattern.compile(
            "(?i)</?(a|abbr|article|aside|b|big|blockquote|br|center|cite|code|dd|del|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]"
                    + "|header|hr|i|iframe|img|ins|kbd|li|main|mark|ol|p|pre|q|s|samp|script|section|small|span|strike|strong|style|sub"
                    + "|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var|wbr)(\\s[^<>]*)?/?>|<!--");

    private FeedText() {}

    /** A title that may be HTML. What only looks like a tag, as in "a &lt; b", stays. */
    static String title(String raw) {
        return text(raw);
    }

    /** A title that is declared to be plain text: tags stay, but references that were escaped twice do not. */
    static String plainTitle(String raw) {
        return REFERENCE.matcher(raw).find() ? Parser.unescapeEntities(raw, false) : raw;
    }

    /** A text that may be HTML; then its blocks become paragraphs. Plain text keeps its lines. */
    static String text(String raw) {
        if (TAG.matcher(raw).find()) {
            return Html.text(raw);
        }
        return REFERENCE.matcher(raw).find() ? Parser.unescapeEntities(raw, false) : raw;
    }
}
