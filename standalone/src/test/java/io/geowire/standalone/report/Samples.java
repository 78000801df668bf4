package io.geowire.standalone.report;

import io.geowire.events.Alert;
import io.geowire.events.Article;
import io.geowire.events.EnrichedArticle;
import io.geowire.events.Entity;
import io.geowire.events.EntityType;
import io.geowire.events.Match;
import io.geowire.events.RelatedHeadline;
import io.geowire.events.Relation;
import io.geowire.events.ScoreParts;
import io.geowire.events.Severity;
import io.geowire.events.TextField;
import io.geowire.events.TextSpan;
import io.geowire.events.Topic;
import java.time.Instant;
import java.util.List;

/** Results to print. */
final class Samples {
    static final Instant TIME = Instant.parse("2026-02-06T10:00:00Z");

    private Samples() {}

    static TextSpan span(TextField field, int start, String text) {
        return TextSpan.newBuilder()
                .setField(field)
                .setStart(start)
                .setEnd(start + text.length())
                .setText(text)
                .build();
    }

    static EnrichedArticle enriched(String title) {
        Article article = Article.newBuilder()
                .setId("a1")
                .setInputId("in-1")
                .setTitle(title)
                .setSource("Example Wire")
                .setPublishedAt(TIME)
                .setIngestedAt(TIME)
                .setContentHash("h")
                .build();
        Entity lavrov = Entity.newBuilder()
                .setId("Q58217")
                .setName("Sergei Lavrov")
                .setType(EntityType.PERSON)
                .setMentions(List.of(span(TextField.TITLE, 0, "Lavrov")))
                .build();
        Topic topic = Topic.newBuilder()
                .setId("diplomacy")
                .setIptc(List.of("medtop:20000638"))
                .setScore(0.91234)
                .setEvidence(List.of(span(TextField.TITLE, 7, "meets")))
                .build();
        RelatedHeadline related = RelatedHeadline.newBuilder()
                .setArticleId("a2")
                .setTitle("Another headline")
                .setPublishedAt(TIME)
                .setScore(0.52)
                .setRelation(Relation.SAME_EVENT)
                .setParts(new ScoreParts(-7.01f, 5.4567f, 1.2f, 0f, 0.5f, -0.07f, 0f))
                .build();
        return EnrichedArticle.newBuilder()
                .setArticle(article)
                .setEntities(List.of(lavrov))
                .setTopics(List.of(topic))
                .setRelated(List.of(related))
                .setStoryId("a1")
                .setRevision(2)
                .build();
    }

    static Alert alert(String sentence, int sentenceStart, List<TextSpan> spans) {
        return Alert.newBuilder()
                .setAlertId("f00d")
                .setRevision(1)
                .setWatchId("new-start")
                .setWatchName("New START")
                .setWatchVersion("v")
                .setSeverity(Severity.HIGH)
                .setStoryId("a1")
                .setArticleId("a1")
                .setInputId("in-1")
                .setTitle("Lavrov meets Rubio")
                .setPublishedAt(TIME)
                .setMatches(spans.stream()
                        .map(span -> Match.newBuilder()
                                .setSpan(span)
                                .setClause("clause")
                                .setSentence(sentence)
                                .setSentenceStart(sentenceStart)
                                .build())
                        .toList())
                .setArticleIds(List.of("a1"))
                .setArticleCount(1)
                .setSources(List.of("Example Wire"))
                .build();
    }
}
