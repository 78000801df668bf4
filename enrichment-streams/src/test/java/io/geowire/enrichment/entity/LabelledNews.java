package io.geowire.enrichment.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.geowire.enrichment.text.NewsText;
import io.geowire.enrichment.text.TextField;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** The labelled news of the test resources. */
final class LabelledNews {
    /** Files that may be looked at while the table and the rules are written. */
    static final List<String> SEEN =
            List.of("train/africa", "train/americas", "dev/asia", "train/europe", "train/mideast");
    /** The file that only measures. */
    static final List<String> UNSEEN = List.of("test/world");

    private LabelledNews() {}

    record Item(String id, NewsText text, List<Label> labels) {}

    record Label(TextField field, int start, int end, EntityType type, String text, String name) {}

    static List<Item> read(List<String> files) {
        return files.stream().flatMap(LabelledNews::read).toList();
    }

    private static Stream<Item> read(String file) {
        String resource = "/io/geowire/enrichment/news/" + file + ".jsonl";
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(LabelledNews.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
            ObjectMapper json = new ObjectMapper();
            List<Item> items = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                items.add(item(json.readTree(line)));
            }
            return items.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Item item(JsonNode node) {
        List<Label> labels = new ArrayList<>();
        for (JsonNode label : node.get("entities")) {
            labels.add(new Label(
                    TextField.valueOf(label.get("field").asText().toUpperCase(Locale.ROOT)),
                    label.get("start").asInt(),
                    label.get("end").asInt(),
                    EntityType.valueOf(label.get("type").asText()),
                    label.get("text").asText(),
                    label.get("name").asText()));
        }
        JsonNode body = node.get("body");
        return new Item(
                node.get("id").asText(),
                new NewsText(node.get("title").asText(), body == null ? null : body.asText()),
                labels);
    }
}
