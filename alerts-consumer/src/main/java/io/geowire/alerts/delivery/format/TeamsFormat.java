package io.geowire.alerts.delivery.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.geowire.events.Alert;
import io.geowire.events.RelatedHeadline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An adaptive card in the envelope that Teams workflows take, at most 28 KB. All text stands in text runs: unlike text blocks they
 * know no Markdown, so no text can make links or formats of its own.
 */
final class TeamsFormat implements BodyFormat {
    @Override
    public String contentType() {
        return "application/json; charset=utf-8";
    }

    @Override
    public int maxBytes() {
        return 28_000;
    }

    @Override
    public JsonNode body(Alert alert, boolean cut) {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("type", "message");
        ObjectNode attachment = message.putArray("attachments")
                .addObject()
                .put("contentType", "application/vnd.microsoft.card.adaptive");
        attachment.putNull("contentUrl");
        ObjectNode card = attachment
                .putObject("content")
                .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .put("type", "AdaptiveCard")
                .put("version", "1.2");
        ArrayNode body = card.putArray("body");
        open(run(paragraph(body), Texts.headline(alert.getTitle())).put("size", "Large"), alert.getUrl());
        run(paragraph(body), Headings.details(alert)).put("isSubtle", true);
        for (List<Run> passage : Passages.of(alert)) {
            ArrayNode paragraph = paragraph(body);
            for (Run run : passage) {
                ObjectNode text = run(paragraph, Texts.line(run.text()));
                if (run.matched()) {
                    text.put("weight", "Bolder");
                }
            }
        }
        if (!alert.getRelated().isEmpty()) {
            run(paragraph(body), "Related").put("isSubtle", true);
            alert.getRelated().forEach(other -> related(paragraph(body), other));
        }
        if (cut) {
            run(paragraph(body), Headings.CUT).put("isSubtle", true);
        }
        Texts.link(alert.getUrl())
                .ifPresent(url ->
                        openUrl(card.putArray("actions").addObject(), url).put("title", "Open the article"));
        return message;
    }

    private static void related(ArrayNode paragraph, RelatedHeadline other) {
        open(run(paragraph, Texts.headline(other.getTitle())), other.getUrl());
        if (other.getSource() != null) {
            run(paragraph, Headings.source(other.getSource()));
        }
    }

    private static ArrayNode paragraph(ArrayNode body) {
        return body.addObject().put("type", "RichTextBlock").putArray("inlines");
    }

    private static ObjectNode run(ArrayNode paragraph, String text) {
        // Two braces would begin a date that the card formats.
        return paragraph.addObject().put("type", "TextRun").put("text", text.replace("{{", "{\u200B{"));
    }

    private static void open(ObjectNode run, @Nullable String url) {
        Texts.link(url).ifPresent(link -> openUrl(run.putObject("selectAction"), link));
    }

    private static ObjectNode openUrl(ObjectNode action, String url) {
        return action.put("type", "Action.OpenUrl").put("url", url);
    }
}
