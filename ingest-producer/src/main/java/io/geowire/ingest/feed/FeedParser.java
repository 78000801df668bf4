package io.geowire.ingest.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads any feed: RSS 0.9x to 2.0, RSS 1.0, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1. */
public final class FeedParser {
    /** Of one document; those behind are left out. */
    public static final int MAX_ITEMS = 10_000;

    /** Of one document: a parsed tag takes many times the memory of three characters. */
    static final int MAX_TAGS = 500_000;

    private static final int ROOT_WITHIN = 100;

    private FeedParser() {}

    /**
     * Reads a feed.
     *
     * @param contentType header of the answer, if it has one
     * @param url that the document was read from
     * @throws FeedFormatException if it is none
     */
    public static FeedDocument parse(byte[] body, @Nullable String contentType, String url) throws FeedFormatException {
        String text = FeedCharset.decode(body, contentType).strip();
        if (text.isEmpty()) {
            throw new FeedFormatException("the answer is empty");
        }
        if (text.startsWith("{")) {
            return JsonFeedReader.read(text, url);
        }
        if (text.chars().filter(c -> c == '<').count() > MAX_TAGS) {
            throw new FeedFormatException("more than %,d tags".formatted(MAX_TAGS));
        }
        Element root = root(Xml.parse(text)).orElseThrow(() -> new FeedFormatException(whatItIs(text)));
        return local(root).equals("feed")
                ? new AtomReader(root, text, url).read()
                : new RssReader(root, text, url).read();
    }

    /** The element that a feed begins with, whatever stands around it. Searched in breadth and not to the end of a large page. */
    private static Optional<Element> root(Document document) {
        Deque<Element> next = new ArrayDeque<>(document.children());
        for (int i = 0; i < ROOT_WITHIN && !next.isEmpty(); i++) {
            Element element = next.removeFirst();
            switch (local(element)) {
                case "rss", "rdf", "feed" -> {
                    return Optional.of(element);
                }
                default -> next.addAll(element.children());
            }
        }
        return Optional.empty();
    }

    private static String local(Element element) {
        return element.tag().localName().toLowerCase(Locale.ROOT);
    }

    private static String whatItIs(String text) {
        String beginning = text.substring(0, Math.min(text.length(), 1_000)).toLowerCase(Locale.ROOT);
        if (beginning.contains("<html") || beginning.contains("<!doctype html")) {
            return "this is a web page, not a feed";
        }
        return beginning.contains("<") ? "this is XML, but not a feed" : "this is not a feed";
    }
}
