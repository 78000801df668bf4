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
 * A list of one alert for {@code POST /api/v2/alerts}. The labels identify it to Alertmanager, so they are the same for every
 * revision: a later one updates the alert. What is known of it stands in the annotations.
 */
final class AlertmanagerFormat implements BodyFormat {
    private final String id;

    /** @param id of the delivery */
    AlertmanagerFormat(String id) {
        this.id = id;
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public int maxBytes() {
        return 20_000;
    }

    @Override
    public JsonNode body(Alert alert, boolean cut) {
        ArrayNode alerts = JsonNodeFactory.instance.arrayNode();
        ObjectNode entry = alerts.addObject();
        entry.putObject("labels")
                .put("alertname", "GeowireAlert")
                .put("watch", Texts.cut(alert.getWatchId(), Texts.ID))
                .put("severity", Texts.lower(alert.getSeverity()))
                .put("story", Texts.cut(alert.getStoryId(), Texts.ID));
        ObjectNode annotations = entry.putObject("annotations");
        annotate(annotations, "summary", Headings.summary(alert));
        annotate(
                annotations,
                "description",
                lines(Passages.of(alert).stream()
                        .map(AlertmanagerFormat::sentence)
                        .toList()));
        annotate(annotations, "words", words(alert));
        annotate(annotations, "source", alert.getSource() == null ? null : Texts.line(alert.getSource()));
        annotate(annotations, "url", Texts.link(alert.getUrl()).orElse(null));
        annotate(annotations, "topics", list(alert.getTopics()));
        annotate(annotations, "reports", String.valueOf(alert.getArticleCount()));
        annotate(annotations, "sources", list(alert.getSources()));
        annotate(
                annotations,
                "related",
                lines(alert.getRelated().stream()
                        .map(AlertmanagerFormat::related)
                        .toList()));
        annotate(annotations, "delivery", id);
        if (cut) {
            annotate(annotations, "truncated", "true");
        }
        entry.put("startsAt", Texts.time(alert.getPublishedAt()));
        Texts.link(alert.getUrl()).ifPresent(url -> entry.put("generatorURL", url));
        return alerts;
    }

    private static String sentence(List<Run> passage) {
        return Texts.line(passage.stream().map(Run::text).collect(Collectors.joining()));
    }

    private static String words(Alert alert) {
        return list(alert.getMatches().stream()
                .map(match -> match.getSpan().getText())
                .distinct()
                .toList());
    }

    private static String list(List<String> texts) {
        return texts.stream().map(Texts::line).collect(Collectors.joining(", "));
    }

    private static String related(RelatedHeadline other) {
        return Texts.headline(other.getTitle()) + Headings.source(other.getSource());
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines);
    }

    private static void annotate(ObjectNode annotations, String name, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            annotations.put(name, text);
        }
    }
}
