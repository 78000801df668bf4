package io.geowire.ingest.feed;

import io.geowire.ingest.feed.FeedDocument.BrokenItem;
import io.geowire.ingest.item.RawDate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** RSS 0.9x, 1.0 and 2.0, with the modules that news uses. */
final class RssReader {
    private static final String[] FIELDS = {
        "title", "link", "guid", "pubdate", "description", "content:encoded", "dc:date", "dc:creator", "author"
    };
    private static final Map<String, Duration> PERIODS = Map.of(
            "hourly", Duration.ofHours(1),
            "daily", Duration.ofDays(1),
            "weekly", Duration.ofDays(7),
            "monthly", Duration.ofDays(30),
            "yearly", Duration.ofDays(365));
    private static final int MAX_TTL_MINUTES = 1_000_000;

    private final Element root;
    private final Element channel;
    private final String text;
    private final String url;

    RssReader(Element root, String text, String url) {
        this.root = root;
        this.text = text;
        this.url = url;
        List<Element> channels = Xml.children(root, "channel");
        this.channel = channels.isEmpty() ? root : channels.get(0);
    }

    FeedDocument read() {
        List<FeedItem> items = new ArrayList<>();
        List<BrokenItem> broken = new ArrayList<>();
        for (Element item : root.getAllElements()) {
            if (items.size() + broken.size() >= FeedParser.MAX_ITEMS) {
                break;
            }
            if (Xml.name(item).equals("item")) {
                try {
                    items.add(item(item));
                } catch (BrokenItemException e) {
                    broken.add(new BrokenItem(Xml.line(item), e.reason(), Xml.excerpt(item, text)));
                }
            }
        }
        return new FeedDocument(
                format(),
                Xml.text(channel, "title").map(FeedText::title).orElse(null),
                language(),
                ttl(),
                items,
                broken);
    }

    private FeedItem item(Element item) throws BrokenItemException {
        Xml.requireClosed(item, FIELDS);
        Optional<String> full = text(item, "content:encoded", "body", "xhtml:body");
        Optional<String> body = full.or(() -> text(item, "description", "summary", "content", "dc:description"));
        Optional<String> title = Xml.children(item, "title", "dc:title").stream()
                .map(element -> FeedText.title(Xml.content(element)).strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
        if (title.isEmpty() && body.isEmpty()) {
            throw new BrokenItemException("neither title nor description");
        }
        Optional<String> guid = Xml.text(item, "guid", "id");
        if (guid.isEmpty() && item.hasAttr("rdf:about")) {
            guid = Optional.of(Xml.attribute(item, "rdf:about"));
        }
        return new FeedItem(
                Xml.line(item),
                guid.orElse(null),
                link(item),
                title.orElse(null),
                body.orElse(null),
                full.isEmpty(),
                byline(item),
                Xml.text(item, "dc:language").orElse(null),
                Xml.text(
                                item,
                                "pubdate",
                                "dc:date",
                                "dcterms:issued",
                                "dcterms:created",
                                "published",
                                "date",
                                "updated",
                                "dcterms:modified")
                        .map(RawDate::text)
                        .orElse(null));
    }

    private static Optional<String> text(Element item, String... names) {
        return Xml.children(item, names).stream()
                .map(element -> FeedText.text(Xml.content(element)).strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** The page of the item. Where a service counts clicks, the address behind that; a permanent GUID will do as well. */
    private @Nullable String link(Element item) {
        Optional<String> link = Xml.text(item, "feedburner:origlink", "link");
        for (Element element : Xml.children(item, "link")) {
            String relation = Xml.attribute(element, "rel");
            if (link.isEmpty() && element.hasAttr("href") && (relation.isEmpty() || relation.equals("alternate"))) {
                link = Optional.of(Xml.attribute(element, "href"));
            }
        }
        if (link.isEmpty()) {
            link = Xml.children(item, "guid").stream()
                    .filter(guid -> !Xml.attribute(guid, "isPermaLink").equalsIgnoreCase("false"))
                    .map(guid -> guid.wholeText().strip())
                    .filter(guid -> guid.toLowerCase(Locale.ROOT).matches("https?://.+"))
                    .findFirst();
        }
        return link.map(address -> Xml.absolute(item, address, url)).orElse(null);
    }

    private static @Nullable String byline(Element item) {
        return Xml.text(item, "dc:creator", "author", "itunes:author")
                .map(FeedText::title)
                .orElse(null);
    }

    private String format() {
        String version = Xml.attribute(root, "version");
        if (root.tag().localName().equalsIgnoreCase("rss")) {
            return version.isEmpty() ? "RSS" : "RSS " + version;
        }
        return "RSS 1.0";
    }

    private @Nullable String language() {
        return Xml.text(channel, "language", "dc:language").orElse(Xml.inherited(channel, "xml:lang"));
    }

    private Duration ttl() {
        Duration ttl = Xml.text(channel, "ttl")
                .map(text -> Duration.ofMinutes(number(text)))
                .orElse(Duration.ZERO);
        Duration period = Xml.text(channel, "sy:updateperiod")
                .map(text -> PERIODS.getOrDefault(text.toLowerCase(Locale.ROOT), Duration.ZERO))
                .orElse(Duration.ZERO);
        long frequency =
                Xml.text(channel, "sy:updatefrequency").map(RssReader::number).orElse(1);
        period = period.dividedBy(Math.max(1, frequency));
        return ttl.compareTo(period) > 0 ? ttl : period;
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,7}") ? Math.min(Integer.parseInt(text), MAX_TTL_MINUTES) : 0;
    }
}
