package io.geowire.standalone.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a delivery says, in whichever format.
 *
 * @param format as its body looks
 * @param what what happened, as the body calls it; empty if it does not say
 * @param lines for a person, the most telling first
 */
record Notice(String format, String what, List<String> lines) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Notice {
        lines = List.copyOf(lines);
    }

    /** Empty if the body is no JSON object or array. */
    static Optional<Notice> read(byte[] body) {
        JsonNode json;
        try {
            json = JSON.readTree(body);
        } catch (IOException e) {
            return Optional.empty();
        }
        if (json == null || !json.isContainerNode()) {
            return Optional.empty();
        }
        if (json.has("data")) {
            String format = json.has("specversion") ? "cloudevents" : "standard-webhooks";
            return Optional.of(new Notice(format, json.path("type").asText(), alert(json.get("data"))));
        }
        if (json.has("blocks")) {
            return Optional.of(new Notice("slack", "", List.of(json.path("text").asText())));
        }
        if (json.has("attachments")) {
            List<String> lines = new ArrayList<>();
            json.at("/attachments/0/content/body")
                    .forEach(block ->
                            lines.add(String.join("", block.path("inlines").findValuesAsText("text"))));
            return Optional.of(new Notice("teams", "", lines));
        }
        if (json.isArray() && json.path(0).has("labels")) {
            JsonNode annotations = json.path(0).path("annotations");
            return Optional.of(new Notice(
                    "alertmanager",
                    "",
                    List.of(
                            annotations.path("summary").asText(),
                            "words     " + annotations.path("words").asText())));
        }
        return Optional.of(new Notice("JSON", json.path("type").asText(), List.of(json.toString())));
    }

    private static List<String> alert(JsonNode data) {
        List<String> lines = new ArrayList<>();
        lines.add("watch     %s (%s)"
                .formatted(
                        data.path("watchName").asText(), data.path("severity").asText()));
        String source = data.path("source").asText("");
        lines.add("title     " + data.path("title").asText() + (source.isEmpty() ? "" : " (" + source + ")"));
        Set<String> words = new LinkedHashSet<>();
        data.path("matches").forEach(match -> words.add("“" + match.path("text").asText() + "”"));
        if (!words.isEmpty()) {
            lines.add("words     " + String.join(", ", words));
        }
        if (data.hasNonNull("url")) {
            lines.add("link      " + data.get("url").asText());
        }
        if (!data.path("related").isEmpty()) {
            lines.add("related   " + data.get("related").size() + " headlines");
        }
        if (data.path("articleCount").asInt() > 1) {
            lines.add("reports   " + data.get("articleCount").asInt());
        }
        if (data.path("truncated").asBoolean()) {
            lines.add("shortened");
        }
        return lines;
    }
}
