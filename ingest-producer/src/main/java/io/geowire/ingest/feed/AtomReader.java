package io.geowire.ingest.feed;

import io.geowire.ingest.feed.FeedDocument.BrokenItem;
import io.geowire.ingest.item.RawDate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Atom 0.3 and 1.0. */
final class AtomReader {
    private static final String[] FIELDS = {
        "title", "id", "link", "published", "updated", "issued", "modified", "summary", "content", "author"
    };

    private final Element root;
    private final String text;
    private final String url;

    AtomReader(Element root, String text, String url) {
        this.root = root;
        this.text = text;
        this.url = url;
    }

    FeedDocument read() {
        List<FeedItem> items = new ArrayList<>();
        List<BrokenItem> broken = new ArrayList<>();
        for (Element entry : root.getAllElements()) {
            if (items.size() + broken.size() >= FeedParser.MAX_ITEMS) {
                break;
            }
            if (Xml.name(entry).equals("entry")) {
                try {
                    items.add(item(entry));
                } catch (BrokenItemException e) {
                    broken.add(new BrokenItem(Xml.line(entry), e.reason(), Xml.excerpt(entry, text)));
                }
            }
        }
        String format = Xml.attribute(root, "version").equals("0.3") ? "Atom 0.3" : "Atom 1.0";
        return new FeedDocument(
                format, title(root).orElse(null), Xml.inherited(root, "xml:lang"), Duration.ZERO, items, broken);
    }

    private FeedItem item(Element entry) throws BrokenItemException {
        Xml.requireClosed(entry, FIELDS);
        Optional<String> full = text(entry, "content");
        Optional<String> body = full.or(() -> text(entry, "summary"));
        Optional<String> title = title(entry);
        if (title.isEmpty() && body.isEmpty()) {
            throw new BrokenItemException("neither title nor text");
        }
        return new FeedItem(
                Xml.line(entry),
                Xml.text(entry, "id").orElse(null),
                link(entry),
                title.orElse(null),
                body.orElse(null),
                full.isEmpty(),
                byline(entry),
                Xml.inherited(entry, "xml:lang"),
                Xml.text(entry, "published", "issued", "created", "updated", "modified", "dc:date")
                        .map(RawDate::text)
                        .orElse(null));
    }

    private static Optional<String> title(Element parent) {
        return Xml.children(parent, "title").stream()
                .map(element -> isHtml(element) || element.childrenSize() > 0
                        ? FeedText.title(Xml.content(element))
                        : FeedText.plainTitle(element.wholeText()))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** Text and HTML alone: a picture, or a text that lies elsewhere, is none. */
    private static Optional<String> text(Element entry, String name) {
        return Xml.children(entry, name).stream()
                .filter(element -> !element.hasAttr("src"))
                .filter(element -> isHtml(element) || isText(element))
                .map(element -> FeedText.text(Xml.content(element)).strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static boolean isHtml(Element element) {
        return type(element).contains("html");
    }

    private static boolean isText(Element element) {
        return type(element).isEmpty() || type(element).startsWith("text");
    }

    private static String type(Element element) {
        return Xml.attribute(element, "type").toLowerCase(Locale.ROOT);
    }

    /** The page of the entry: an alternate link, of HTML before others. */
    private @Nullable String link(Element entry) {
        List<Element> alternates = Xml.children(entry, "link").stream()
                .filter(link -> link.hasAttr("href"))
                .filter(link -> Xml.attribute(link, "rel").isEmpty()
                        || Xml.attribute(link, "rel").equalsIgnoreCase("alternate"))
                .toList();
        Optional<String> link = alternates.stream()
                .filter(AtomReader::isHtml)
                .findFirst()
                .or(() -> alternates.stream().findFirst())
                .map(element -> Xml.attribute(element, "href"));
        return Xml.text(entry, "feedburner:origlink")
                .or(() -> link)
                .or(() -> Xml.text(entry, "link"))
                .or(() -> Xml.text(entry, "id").filter(id -> id.matches("https?://.+")))
                .map(address -> Xml.absolute(entry, address, url))
                .orElse(null);
    }

    private @Nullable String byline(Element entry) {
        List<Element> authors = Xml.children(entry, "author");
        String names = (authors.isEmpty() ? Xml.children(root, "author") : authors)
                .stream()
                        .map(author ->
                                Xml.text(author, "name").orElse(author.childrenSize() == 0 ? author.wholeText() : ""))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : names;
    }
}
