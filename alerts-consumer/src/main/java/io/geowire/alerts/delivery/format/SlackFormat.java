package io.geowire.alerts.delivery.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.geowire.events.Alert;
import io.geowire.events.RelatedHeadline;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A message of blocks for Slack's incoming webhooks: at most 50 blocks, 3,000 characters a text, and below 13,000 as a
 * whole.
 */
final class SlackFormat implements BodyFormat {
    private static final int MAX_BLOCKS = 50;
    private static final int MAX_TEXT = 3_000;
    private static final String VERBATIM = "verbatim";

    @Override
    public String contentType() {
        return "application/json; charset=utf-8";
    }

    @Override
    public int maxBytes() {
        return 13_000;
    }

    @Override
    public boolean accepts(JsonNode body) {
        return body.get("blocks").size() <= MAX_BLOCKS
                && body.findParents(VERBATIM).stream()
                        .allMatch(text -> text.get("text").textValue().length() <= MAX_TEXT);
    }

    @Override
    public JsonNode body(Alert alert, boolean cut) {
        ObjectNode message = JsonNodeFactory.instance
                .objectNode()
                .put("text", SlackText.plain(Headings.summary(alert)))
                .put("unfurl_links", false)
                .put("unfurl_media", false);
        ArrayNode blocks = message.putArray("blocks");
        section(blocks, "*" + link(alert.getTitle(), alert.getUrl()) + "*");
        context(blocks, SlackText.plain(Headings.details(alert)));
        for (List<Run> passage : Passages.of(alert)) {
            section(blocks, SlackText.of(passage));
        }
        if (!alert.getRelated().isEmpty()) {
            section(
                    blocks,
                    alert.getRelated().stream()
                            .map(SlackFormat::related)
                            .collect(Collectors.joining("\n", "Related:\n", "")));
        }
        if (cut) {
            context(blocks, Headings.CUT);
        }
        return message;
    }

    private static String related(RelatedHeadline other) {
        return "• " + link(other.getTitle(), other.getUrl()) + SlackText.plain(Headings.source(other.getSource()));
    }

    private static String link(String title, @Nullable String url) {
        String text = SlackText.plain(Texts.headline(title));
        return Texts.link(url)
                .map(to -> "<" + SlackText.escaped(to).replace("|", "%7C") + "|" + text + ">")
                .orElse(text);
    }

    private static void section(ArrayNode blocks, String text) {
        blocks.addObject().put("type", "section").set("text", text(text));
    }

    private static void context(ArrayNode blocks, String text) {
        blocks.addObject().put("type", "context").putArray("elements").add(text(text));
    }

    /** Verbatim: Slack makes no links of its own. */
    private static ObjectNode text(String text) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "mrkdwn")
                .put("text", text)
                .put(VERBATIM, true);
    }
}
