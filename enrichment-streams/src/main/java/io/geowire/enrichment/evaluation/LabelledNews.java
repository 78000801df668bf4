package io.geowire.enrichment.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.geowire.enrichment.entity.EntityType;
import io.geowire.enrichment.text.NewsText;
import io.geowire.enrichment.text.Span;
import io.geowire.enrichment.text.TextField;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads labelled news from JSON Lines. */
public final class LabelledNews {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String source;
    private final Map<String, Integer> lineOfId = new HashMap<>();
    private int line;

    private LabelledNews(String source) {
        this.source = source;
    }

    /**
     * The items of a file.
     *
     * @throws LabelledNewsException at the first line that is not as the format wants it
     * @throws IOException if the file cannot be read, or is not UTF-8
     */
    public static List<LabelledArticle> read(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return read(file.toString(), reader);
        }
    }

    /** The files of labelled news in a folder, in order of name, so that nothing depends on the file system. */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
    }

    /** The items of several files, one file after the other. */
    public static List<LabelledArticle> read(List<Path> files) throws IOException {
        List<LabelledArticle> items = new ArrayList<>();
        for (Path file : files) {
            items.addAll(read(file));
        }
        return items;
    }

    /**
     * The items of a text.
     *
     * @param source its name, for messages
     * @throws LabelledNewsException at the first line that is not as the format wants it
     * @throws IOException if the reader does
     */
    public static List<LabelledArticle> read(String source, Reader reader) throws IOException {
        return new LabelledNews(source).read(new BufferedReader(reader));
    }

    private List<LabelledArticle> read(BufferedReader lines) throws IOException {
        List<LabelledArticle> items = new ArrayList<>();
        for (String text = lines.readLine(); text != null; text = lines.readLine()) {
            line++;
            if (!text.isBlank()) {
                items.add(item(object(text)));
            }
        }
        return items;
    }

    private JsonNode object(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw fault("no JSON: " + e.getOriginalMessage());
        }
        throw fault("no JSON object");
    }

    private LabelledArticle item(JsonNode node) {
        String title = text(node, "title");
        if (title == null) {
            throw fault("title is missing");
        }
        String id = text(node, "id");
        Integer first = id == null ? null : lineOfId.putIfAbsent(id, line);
        if (first != null) {
            throw fault("id '" + id + "' is that of line " + first);
        }
        NewsText news = new NewsText(title, text(node, "body"));
        String publisher = text(node, "source");
        return new LabelledArticle(
                id == null ? source + ":" + line : id,
                publishedAt(node),
                publisher == null ? "" : publisher,
                news,
                list(node, "entities", label -> mention(news, label)),
                topics(node),
                text(node, "story"),
                text(node, "saga"),
                text(node, "duplicateOf"));
    }

    private @Nullable Instant publishedAt(JsonNode node) {
        String text = text(node, "publishedAt");
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw fault("publishedAt '" + text + "' is no time such as 2026-02-06T10:00:00Z");
        }
    }

    private @Nullable Set<String> topics(JsonNode node) {
        List<String> topics = list(node, "topics", topic -> {
            if (!topic.isTextual()) {
                throw fault("topics holds what is no text");
            }
            return topic.textValue();
        });
        return topics == null ? null : new LinkedHashSet<>(topics);
    }

    private LabelledMention mention(NewsText news, JsonNode label) {
        TextField field = oneOf(TextField.values(), label, "field");
        int start = offset(label, "start");
        int end = offset(label, "end");
        String text = news.field(field);
        if (start >= end || end > text.length()) {
            throw fault("a mention from " + start + " to " + end + " is not in a "
                    + field.name().toLowerCase(Locale.ROOT) + " of " + text.length() + " code units");
        }
        Span span = news.span(field, start, end);
        String given = text(label, "text");
        if (given != null && !given.equals(span.text())) {
            throw fault("the mention from " + start + " to " + end + " is '" + span.text() + "', not '" + given + "'");
        }
        String name = text(label, "name");
        return new LabelledMention(
                span, oneOf(EntityType.values(), label, "type"), name == null ? span.text() : name, text(label, "id"));
    }

    private int offset(JsonNode label, String key) {
        JsonNode value = label.path(key);
        if (!value.canConvertToInt() || !value.isIntegralNumber() || value.intValue() < 0) {
            throw fault(key + " of a mention is no offset: " + value);
        }
        return value.intValue();
    }

    private <E extends Enum<E>> E oneOf(E[] values, JsonNode label, String key) {
        String text = text(label, key);
        for (E value : values) {
            if (value.name().equalsIgnoreCase(text)) {
                return value;
            }
        }
        throw fault(key + " of a mention is " + label.path(key) + ", not one of " + Arrays.toString(values));
    }

    private <T> @Nullable List<T> list(JsonNode node, String key, Function<JsonNode, T> element) {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isArray()) {
            throw fault(key + " is no list");
        }
        List<T> list = new ArrayList<>();
        value.forEach(each -> list.add(element.apply(each)));
        return list;
    }

    private @Nullable String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw fault(key + " is no text: " + value);
        }
        return value.textValue();
    }

    private LabelledNewsException fault(String fault) {
        return new LabelledNewsException(source, line, fault);
    }
}
