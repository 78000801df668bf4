package io.geowire.ingest.feed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Where the feeds of a site may be, by what one of its pages says. */
public final class FeedLinks {
    private static final Pattern TYPE = Pattern.compile("(?i)application/(rss|atom|rdf|feed)\\+(xml|json)|text/xml");
    private static final Pattern LIKELY = Pattern.compile("(?i).*(\\b|_)(rss|atom|feeds?|rdf)(\\b|_).*");
    private static final List<String> USUAL = List.of(
            "/feed",
            "/rss",
            "/rss.xml",
            "/feed.xml",
            "/atom.xml",
            "/index.xml",
            "/feed.json",
            "/feeds",
            "/rss/index.xml");
    private static final int MAX = 30;

    private FeedLinks() {}

    /**
     * Addresses to try, the likeliest first: those that the page declares, those of its links that look like feeds, the usual ones.
     *
     * @param contentType header of the page, if it has one
     * @param url of the page
     */
    public static List<String> of(byte[] page, @Nullable String contentType, String url) {
        Document html = Jsoup.parse(FeedCharset.decode(page, contentType), url);
        Set<String> links = new LinkedHashSet<>();
        for (Element link : html.select("link[rel~=(?i)alternate][href]")) {
            if (TYPE.matcher(link.attr("type").strip()).matches()) {
                links.add(link.absUrl("href"));
            }
        }
        for (Element link : html.select("a[href]")) {
            if (LIKELY.matcher(link.attr("href").toLowerCase(Locale.ROOT)).matches()) {
                links.add(link.absUrl("href"));
            }
        }
        USUAL.forEach(path -> links.add(Xml.resolve(url, path)));
        links.removeIf(String::isBlank);
        return new ArrayList<>(links).subList(0, Math.min(links.size(), MAX));
    }
}
