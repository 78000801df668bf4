package io.geowire.ingest.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.geowire.ingest.feed.FeedDocument.BrokenItem;
import io.geowire.ingest.item.Excerpt;
import io.geowire.ingest.item.RawDate;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** JSON Feed 1.0 and 1.1. Items are read one by one, so that a fault behind them leaves them whole. */
final class JsonFeedReader {
    private static final String VERSION = "https://jsonfeed.org/version/";
    private static final int MAX_DEPTH = 100;
    private static final int MAX_STRING = 20_000_000;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING)
                    .build())
            .build());

    private static final List<String> TEXTS = List.of(
            "title",
            "content_html",
            "content_text",
            "summary",
            "url",
            "external_url",
            "language",
            "date_published",
            "date_modified");

    private final String url;
    private final List<FeedItem> items = new ArrayList<>();
    private final List<BrokenItem> broken = new ArrayList<>();
    private String version = "";
    private @Nullable String title;
    private @Nullable String language;
    private @Nullable String byline;
    private boolean hasItems;

    private JsonFeedReader(String url) {
        this.url = url;
    }

    static FeedDocument read(String text, String url) throws FeedFormatException {
        JsonFeedReader reader = new JsonFeedReader(url);
        reader.read(text);
        return reader.document();
    }

    private void read(String text) throws FeedFormatException {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (field.equals("items") && value == JsonToken.START_ARRAY) {
                    hasItems = true;
                    items(parser);
                } else {
                    top(field, parser.readValueAsTree());
                }
            }
        } catch (JsonProcessingException e) {
            String reason =
                    "not JSON from line %d: %s".formatted(e.getLocation().getLineNr(), e.getOriginalMessage());
            if (items.isEmpty()) {
                throw new FeedFormatException(reason);
            }
            broken.add(new BrokenItem(e.getLocation().getLineNr(), reason, Excerpt.NONE));
        } catch (IOException e) {
            throw new FeedFormatException(String.valueOf(e.getMessage()));
        }
    }

    private FeedDocument document() throws FeedFormatException {
        if (!version.startsWith(VERSION) && !hasItems) {
            throw new FeedFormatException("this is JSON, but not a feed");
        }
        String number = version.startsWith(VERSION) ? version.substring(VERSION.length()) : "";
        return new FeedDocument(("JSON Feed " + number).strip(), title, language, Duration.ZERO, items, broken);
    }

    private void top(String field, JsonNode value) {
        switch (field) {
            case "version" -> version = value.asText("");
            case "title" -> title = value.isTextual() ? value.textValue() : null;
            case "language" -> language = value.isTextual() ? value.textValue() : null;
            case "authors", "author" -> byline = names(value);
            default -> {
                // Addresses, icons, hubs: nothing for an article.
            }
        }
    }

    private void items(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int line = parser.currentTokenLocation().getLineNr();
            JsonNode item = parser.readValueAsTree();
            if (items.size() + broken.size() >= FeedParser.MAX_ITEMS) {
                continue;
            }
            try {
                items.add(item(item, line));
            } catch (BrokenItemException e) {
                broken.add(new BrokenItem(line, e.reason(), Excerpt.of(item.toString())));
            }
        }
    }

    private FeedItem item(JsonNode item, int line) throws BrokenItemException {
        if (!item.isObject()) {
            throw new BrokenItemException("an item is not an object");
        }
        requireTexts(item);
        Optional<String> html = text(item, "content_html").map(FeedText::text);
        Optional<String> full = html.or(() -> text(item, "content_text"));
        Optional<String> body = full.or(() -> text(item, "summary"));
        Optional<String> headline = text(item, "title").map(FeedText::plainTitle);
        if (headline.isEmpty() && body.isEmpty()) {
            throw new BrokenItemException("neither title nor content");
        }
        JsonNode id = item.path("id");
        String authors = names(item.has("authors") ? item.path("authors") : item.path("author"));
        return new FeedItem(
                line,
                id.isTextual() || id.isNumber() ? id.asText() : null,
                text(item, "url")
                        .or(() -> text(item, "external_url"))
                        .or(() -> text(item, "id").filter(text -> text.matches("https?://.+")))
                        .map(address -> Xml.resolve(url, address.strip()))
                        .orElse(null),
                headline.orElse(null),
                body.orElse(null),
                full.isEmpty(),
                authors == null ? byline : authors,
                text(item, "language").orElse(null),
                text(item, "date_published")
                        .or(() -> text(item, "date_modified"))
                        .map(RawDate::text)
                        .orElse(null));
    }

    /** A field of the wrong type makes its item broken; an id may be a number. */
    private static void requireTexts(JsonNode item) throws BrokenItemException {
        for (String field : TEXTS) {
            JsonNode value = item.path(field);
            if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
                throw new BrokenItemException(field + " is not a text");
            }
        }
    }

    private static Optional<String> text(JsonNode item, String field) {
        return Optional.ofNullable(item.path(field).textValue()).filter(text -> !text.isBlank());
    }

    private static @Nullable String names(JsonNode authors) {
        Iterable<JsonNode> all = authors.isArray() ? authors : List.of(authors);
        String names = StreamSupport.stream(all.spliterator(), false)
                .map(author -> author.path("name").asText("").strip())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : names;
    }
}
