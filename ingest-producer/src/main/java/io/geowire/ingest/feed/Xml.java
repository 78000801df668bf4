package io.geowire.ingest.feed;

import io.geowire.ingest.item.Excerpt;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * XML as feeds write it, read so that a fault costs no more than where it stands. Doctypes are passed over: no entity is ever
 * declared, expanded or fetched.
 *
 * <p>Elements are asked for by the usual prefix of their namespace, such as {@code dc:date}, in lower case; those of RSS and of Atom
 * have none.
 */
final class Xml {
    private static final Map<String, String> PREFIXES = Map.of(
            "http://purl.org/rss/1.0/modules/content/", "content:",
            "http://purl.org/dc/elements/1.1/", "dc:",
            "http://purl.org/dc/terms/", "dcterms:",
            "http://purl.org/rss/1.0/modules/syndication/", "sy:",
            "http://rssnamespace.org/feedburner/ext/1.0", "feedburner:",
            "http://search.yahoo.com/mrss/", "media:",
            "http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes:");
    private static final List<String> PLAIN = List.of("atom:", "rss:", "a10:", "rdf:");
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String ATOM_03 = "http://purl.org/atom/ns#";

    private static final int MAX_EXCERPT = 2_000;

    private Xml() {}

    static Document parse(String text) {
        Document document = Jsoup.parse(text, "", Parser.xmlParser().setTrackPosition(true));
        document.outputSettings().prettyPrint(false);
        return document;
    }

    /** The name as this class's callers ask for it. */
    static String name(Element element) {
        String namespace = element.tag().namespace();
        String local = element.tag().localName().toLowerCase(Locale.ROOT);
        if (namespace.equals(ATOM) || namespace.equals(ATOM_03)) {
            return local;
        }
        String prefix = PREFIXES.get(namespace);
        if (prefix == null) {
            String written = element.tag().prefix().toLowerCase(Locale.ROOT) + ":";
            prefix = written.equals(":") || PLAIN.contains(written) ? "" : written;
        }
        return prefix + local;
    }

    /** The direct children that bear one of these names, in the order of the names, then of the document. */
    static List<Element> children(Element parent, String... names) {
        List<Element> found = new ArrayList<>();
        for (String name : names) {
            for (Element child : parent.children()) {
                if (name(child).equals(name)) {
                    found.add(child);
                }
            }
        }
        return found;
    }

    /** The text of the first such child that has any. */
    static Optional<String> text(Element parent, String... names) {
        return children(parent, names).stream()
                .map(child -> child.wholeText().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** What an element holds, as HTML or as text: a feed may escape its HTML, wrap it in CDATA or simply write it. */
    static String content(Element element) {
        if (element.childrenSize() == 0) {
            return element.wholeText();
        }
        StringBuilder html = new StringBuilder();
        for (Node node : element.childNodes()) {
            html.append(node instanceof CDataNode data ? data.getWholeText() : node.outerHtml());
        }
        return html.toString();
    }

    /** The value of an attribute, stripped; empty if it is not there. */
    static String attribute(Element element, String name) {
        return element.attr(name).strip();
    }

    /** The closest value of an attribute that holds for what is inside, such as {@code xml:lang}. */
    static @Nullable String inherited(Element element, String name) {
        for (Element at = element; at != null; at = at.parent()) {
            if (at.hasAttr(name)) {
                return attribute(at, name);
            }
        }
        return null;
    }

    /** An address that stands in an element, made absolute by {@code xml:base} and the address of the document. */
    static String absolute(Element element, String address, String document) {
        List<String> bases = new ArrayList<>();
        for (Element at = element; at != null; at = at.parent()) {
            if (at.hasAttr("xml:base")) {
                bases.add(0, attribute(at, "xml:base"));
            }
        }
        String base = document;
        for (String each : bases) {
            base = resolve(base, each);
        }
        return resolve(base, address);
    }

    /** An address made absolute, as far as that can be done. */
    static String resolve(String base, String address) {
        try {
            return new URL(new URL(base), address).toExternalForm();
        } catch (MalformedURLException e) {
            return address;
        }
    }

    /**
     * Holds an item to its end tags: without one, it would take in what follows it.
     *
     * @throws BrokenItemException naming the element that is not closed
     */
    static void requireClosed(Element item, String... fields) throws BrokenItemException {
        if (!isClosed(item)) {
            throw new BrokenItemException("<" + item.tagName() + "> is not closed");
        }
        for (Element child : item.children()) {
            if (Arrays.asList(fields).contains(name(child)) && !isClosed(child)) {
                throw new BrokenItemException("<" + child.tagName() + "> is not closed");
            }
        }
    }

    /** An empty element may well close itself. */
    private static boolean isClosed(Element element) {
        return element.childNodeSize() == 0 || !element.endSourceRange().isImplicit();
    }

    /** The beginning of an element as it was written. One that is not closed may go on to the end of the document. */
    static Excerpt excerpt(Element element, String document) {
        int start = element.sourceRange().startPos();
        int end = Math.min(element.endSourceRange().endPos(), start + MAX_EXCERPT);
        return Excerpt.of(document.substring(start, Math.min(Math.max(start, end), document.length())));
    }

    static long line(Element element) {
        return element.sourceRange().start().lineNumber();
    }
}
