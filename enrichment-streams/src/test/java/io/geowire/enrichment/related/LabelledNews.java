package io.geowire.enrichment.related;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.geowire.enrichment.entity.EntityType;
import io.geowire.enrichment.entity.LinkedEntity;
import io.geowire.enrichment.text.NewsText;
import io.geowire.enrichment.text.Span;
import io.geowire.enrichment.text.TextField;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The labelled news of the tests: which items report one event, belong to one matter, are copies. */
public record LabelledNews(
        String id,
        Instant publishedAt,
        String source,
        NewsText text,
        List<LinkedEntity> entities,
        @Nullable String story,
        @Nullable String saga,
        @Nullable String duplicateOf) {
    public static final List<String> FILES = List.of(
            "train/africa",
            "train/americas",
            "dev/asia",
            "train/eurasia",
            "train/europe",
            "train/institutions",
            "train/mideast",
            "train/pacific",
            "train/south",
            "train/sparse",
            "train/wire",
            "test/world");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The items of one file. */
    public static List<LabelledNews> of(String file) {
        String resource = "/io/geowire/enrichment/news/" + file + ".jsonl";
        InputStream in = Objects.requireNonNull(LabelledNews.class.getResourceAsStream(resource), resource);
        List<LabelledNews> items = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode item = JSON.readTree(line);
                items.add(new LabelledNews(
                        item.get("id").textValue(),
                        Instant.parse(item.get("publishedAt").textValue()),
                        item.get("source").textValue(),
                        new NewsText(
                                item.get("title").textValue(), item.path("body").textValue()),
                        entities(item.get("entities")),
                        item.get("story").textValue(),
                        item.get("saga").textValue(),
                        item.get("duplicateOf").textValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
        return items;
    }

    private static List<LinkedEntity> entities(JsonNode labels) {
        Map<String, List<Span>> mentions = new LinkedHashMap<>();
        Map<String, EntityType> types = new HashMap<>();
        for (JsonNode label : labels) {
            String name = label.get("name").textValue();
            types.put(name, EntityType.valueOf(label.get("type").textValue()));
            mentions.computeIfAbsent(name, key -> new ArrayList<>())
                    .add(new Span(
                            TextField.valueOf(label.get("field").textValue().toUpperCase(Locale.ROOT)),
                            label.get("start").intValue(),
                            label.get("end").intValue(),
                            label.get("text").textValue()));
        }
        return mentions.entrySet().stream()
                .map(entry -> new LinkedEntity(
                        "local:" + entry.getKey(),
                        entry.getKey(),
                        types.get(entry.getKey()),
                        List.of(),
                        entry.getValue(),
                        0))
                .toList();
    }

    /** The items of some files. */
    public static List<LabelledNews> of(List<String> files) {
        return files.stream().flatMap(file -> of(file).stream()).toList();
    }

    public boolean sameStory(LabelledNews other) {
        return story != null && story.equals(other.story);
    }

    public boolean sameMatter(LabelledNews other) {
        return sameStory(other) || (saga != null && saga.equals(other.saga));
    }

    public boolean copies(LabelledNews other) {
        return id.equals(other.duplicateOf)
                || other.id.equals(duplicateOf)
                || (duplicateOf != null && duplicateOf.equals(other.duplicateOf));
    }
}
