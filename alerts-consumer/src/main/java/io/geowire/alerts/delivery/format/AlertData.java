package io.geowire.alerts.delivery.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.geowire.alerts.delivery.Occasion;
import io.geowire.events.Alert;
import io.geowire.events.Match;
import io.geowire.events.RelatedHeadline;
import java.util.List;

/** An alert in Geowire's own JSON, the {@code data} of the generic formats. {@code alert-data.schema.json} describes it. */
final class AlertData {
    private AlertData() {}

    static ObjectNode of(Alert alert, boolean cut) {
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("alertId", alert.getAlertId())
                .put("revision", alert.getRevision())
                .put("watchId", alert.getWatchId())
                .put("watchName", alert.getWatchName())
                .put("watchVersion", alert.getWatchVersion())
                .put("severity", Texts.lower(alert.getSeverity()))
                .put("storyId", alert.getStoryId())
                .put("articleId", alert.getArticleId())
                .put("inputId", alert.getInputId())
                .put("title", alert.getTitle())
                .put("source", alert.getSource())
                .put("url", alert.getUrl())
                .put("publishedAt", Texts.time(alert.getPublishedAt()));
        strings(data.putArray("topics"), alert.getTopics());
        ArrayNode matches = data.putArray("matches");
        for (Match match : alert.getMatches()) {
            matches.addObject()
                    .put("field", Texts.lower(match.getSpan().getField()))
                    .put("start", match.getSpan().getStart())
                    .put("end", match.getSpan().getEnd())
                    .put("text", match.getSpan().getText())
                    .put("clause", match.getClause())
                    .put("sentence", match.getSentence())
                    .put("sentenceStart", match.getSentenceStart());
        }
        ArrayNode related = data.putArray("related");
        for (RelatedHeadline other : alert.getRelated()) {
            related.addObject()
                    .put("articleId", other.getArticleId())
                    .put("inputId", other.getInputId())
                    .put("title", other.getTitle())
                    .put("source", other.getSource())
                    .put("url", other.getUrl())
                    .put("publishedAt", Texts.time(other.getPublishedAt()))
                    .put("score", Math.round(other.getScore() * 1_000) / 1_000.0)
                    .put("relation", other.getRelation().name());
        }
        data.put("articleCount", alert.getArticleCount());
        strings(data.putArray("articleIds"), alert.getArticleIds());
        strings(data.putArray("sources"), alert.getSources());
        return data.put("truncated", cut);
    }

    /** {@code alert.raised} or {@code alert.updated}. */
    static String type(Alert alert) {
        return "alert." + Occasion.of(alert);
    }

    private static void strings(ArrayNode array, List<String> strings) {
        strings.forEach(array::add);
    }
}
