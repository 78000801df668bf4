package io.geowire.ingest.feed.list;

import io.geowire.ingest.feed.Feed;
import io.geowire.service.yaml.Faults;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Reads OPML, in which feed readers exchange their subscriptions: each outline with an {@code xmlUrl} is a feed, its title the source.
 * Readers export a feed once a folder, so the same address twice is no fault.
 */
final class OpmlReader {
    private final Faults faults;

    OpmlReader(Faults faults) {
        this.faults = faults;
    }

    List<Feed> feeds(String text) {
        Document document = Jsoup.parse(text, "", Parser.xmlParser().setTrackPosition(true));
        if (document.children().stream()
                .noneMatch(element -> element.normalName().equals("opml"))) {
            faults.add(1, null, null, "this is XML, but not OPML");
            return List.of();
        }
        Map<URI, Feed> feeds = new HashMap<>();
        List<Feed> inOrder = new ArrayList<>();
        int number = 0;
        for (Element outline : document.getElementsByTag("outline")) {
            Optional<String> url = attribute(outline, "xmlUrl");
            if (url.isEmpty()) {
                continue;
            }
            number++;
            Optional<URI> address = FeedUrl.of(url.get());
            if (address.isEmpty()) {
                faults.add(line(outline), "feed #" + number, "xmlUrl", "'" + url.get() + "' is not " + FeedUrl.ALLOWED);
                continue;
            }
            Feed feed = Feed.at(
                    address.get(),
                    attribute(outline, "title")
                            .or(() -> attribute(outline, "text"))
                            .orElse(null));
            if (feeds.putIfAbsent(address.get(), feed) == null) {
                inOrder.add(feed);
            }
        }
        if (inOrder.size() > FeedList.MAX_FEEDS) {
            faults.add(1, null, null, "has more than %,d feeds".formatted(FeedList.MAX_FEEDS));
            return List.of();
        }
        return inOrder;
    }

    /** Names of attributes are written in any case. */
    private static Optional<String> attribute(Element outline, String name) {
        for (Attribute attribute : outline.attributes()) {
            if (attribute.getKey().equalsIgnoreCase(name)
                    && !attribute.getValue().isBlank()) {
                return Optional.of(attribute.getValue().strip());
            }
        }
        return Optional.empty();
    }

    private static int line(Element element) {
        return element.sourceRange().start().lineNumber();
    }
}
