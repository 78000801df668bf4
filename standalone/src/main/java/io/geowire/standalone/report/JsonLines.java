package io.geowire.standalone.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.geowire.events.Alert;
import io.geowire.events.Article;
import io.geowire.events.EnrichedArticle;
import io.geowire.events.Entity;
import io.geowire.events.Match;
import io.geowire.events.RelatedHeadline;
import io.geowire.events.ScoreParts;
import io.geowire.events.TextSpan;
import io.geowire.events.Topic;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON object a line: the machine interface of {@code geowire run --json} and of {@code geowire tail --json}. Characters that a terminal might act upon
 * are written as escapes of JSON.
 */
public final class JsonLines implements RecordSink {
    private final PrintStream out;

    /** @param out in UTF-8 */
    public JsonLines(PrintStream out) {
        this.out = out;
    }

    @Override
    public void article(Article article) {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("type", "article")
                .put("articleId", article.getId())
                .put("inputId", article.getInputId())
                .put("title", article.getTitle())
                .put("body", article.getBody())
                .put("source", article.getSource())
                .put("url", article.getUrl())
                .put("byline", article.getByline())
                .put("language", article.getLanguage())
                .put("publishedAt", article.getPublishedAt().toString())
                .put("contentHash", article.getContentHash())
                .put("backfill", article.getBackfill());
        write(line);
    }

    @Override
    public void enriched(EnrichedArticle enriched) {
        Article article = enriched.getArticle();
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("type", "enriched")
                .put("articleId", article.getId())
                .put("inputId", article.getInputId())
                .put("title", article.getTitle())
                .put("source", article.getSource())
                .put("url", article.getUrl())
                .put("publishedAt", article.getPublishedAt().toString());
        entities(line.putArray("entities"), enriched.getEntities());
        topics(line.putArray("topics"), enriched.getTopics());
        related(line.putArray("related"), enriched.getRelated());
        line.put("storyId", enriched.getStoryId())
                .put("duplicateOf", enriched.getDuplicateOf())
                .put("revision", enriched.getRevision())
                .put("complete", enriched.getComplete());
        write(line);
    }

    @Override
    public void alert(Alert alert) {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("type", "alert")
                .put("alertId", alert.getAlertId())
                .put("watchId", alert.getWatchId())
                .put("severity", alert.getSeverity().name().toLowerCase(Locale.ROOT))
                .put("articleId", alert.getArticleId())
                .put("inputId", alert.getInputId())
                .put("storyId", alert.getStoryId());
        ArrayNode matches = line.putArray("matches");
        for (Match match : alert.getMatches()) {
            span(matches.addObject(), match.getSpan()).put("clause", match.getClause());
        }
        line.put("revision", alert.getRevision()).put("articleCount", alert.getArticleCount());
        alert.getSources().forEach(line.putArray("sources")::add);
        write(line);
    }

    @Override
    public void end() {
        out.flush();
    }

    private static void entities(ArrayNode array, List<Entity> entities) {
        for (Entity entity : entities) {
            ObjectNode node = array.addObject()
                    .put("id", entity.getId())
                    .put("name", entity.getName())
                    .put("type", entity.getType().name());
            strings(node.putArray("countries"), entity.getCountries());
            node.put("salience", rounded(entity.getSalience()));
            spans(node.putArray("mentions"), entity.getMentions());
        }
    }

    private static void topics(ArrayNode array, List<Topic> topics) {
        for (Topic topic : topics) {
            ObjectNode node = array.addObject().put("id", topic.getId());
            strings(node.putArray("iptc"), topic.getIptc());
            node.put("score", rounded(topic.getScore()));
            spans(node.putArray("evidence"), topic.getEvidence());
        }
    }

    private static void related(ArrayNode array, List<RelatedHeadline> related) {
        for (RelatedHeadline other : related) {
            ObjectNode node = array.addObject()
                    .put("articleId", other.getArticleId())
                    .put("inputId", other.getInputId())
                    .put("title", other.getTitle())
                    .put("score", rounded(other.getScore()))
                    .put("relation", other.getRelation().name());
            strings(node.putArray("sharedEntities"), other.getSharedEntities());
            strings(node.putArray("sharedTerms"), other.getSharedTerms());
            parts(node, other.getParts());
        }
    }

    private static void parts(ObjectNode node, @Nullable ScoreParts parts) {
        if (parts == null) {
            node.putNull("parts");
            return;
        }
        node.putObject("parts")
                .put("bias", rounded(parts.getBias()))
                .put("meaning", rounded(parts.getMeaning()))
                .put("words", rounded(parts.getWords()))
                .put("entities", rounded(parts.getEntities()))
                .put("countries", rounded(parts.getCountries()))
                .put("time", rounded(parts.getTime()))
                .put("resemblance", rounded(parts.getResemblance()));
    }

    private static void strings(ArrayNode array, List<String> strings) {
        strings.forEach(array::add);
    }

    private static void spans(ArrayNode array, List<TextSpan> spans) {
        spans.forEach(span -> span(array.addObject(), span));
    }

    private static ObjectNode span(ObjectNode node, TextSpan span) {
        return node.put("field", span.getField().name().toLowerCase(Locale.ROOT))
                .put("start", span.getStart())
                .put("end", span.getEnd())
                .put("text", span.getText());
    }

    private static double rounded(double score) {
        return Math.round(score * 1_000) / 1_000.0;
    }

    private void write(ObjectNode line) {
        out.println(Terminal.escaped(line.toString()));
    }
}
