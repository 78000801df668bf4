package io.geowire.enrichment.topology;

import io.geowire.enrichment.entity.LinkedEntity;
import io.geowire.enrichment.related.Emission;
import io.geowire.enrichment.related.Headline;
import io.geowire.enrichment.related.Link;
import io.geowire.enrichment.related.ScoreParts;
import io.geowire.enrichment.text.NewsText;
import io.geowire.enrichment.text.Span;
import io.geowire.enrichment.topic.TopicLabel;
import io.geowire.events.Article;
import io.geowire.events.EnrichedArticle;
import io.geowire.events.Entity;
import io.geowire.events.EntityType;
import io.geowire.events.RelatedHeadline;
import io.geowire.events.Relation;
import io.geowire.events.TextField;
import io.geowire.events.TextSpan;
import io.geowire.events.Topic;
import java.util.List;

/** Between the pure records and the contracts. */
final class EventMapper {
    private EventMapper() {}

    static NewsText text(Article article) {
        return new NewsText(article.getTitle(), article.getBody());
    }

    static Headline headline(Article article) {
        return new Headline(
                article.getId(),
                article.getInputId(),
                article.getTitle(),
                article.getSource(),
                article.getUrl(),
                article.getPublishedAt());
    }

    /** An analysed article that nothing is known to be related to yet: revision 0, never published. */
    static EnrichedArticle analysed(Article article, Analysis analysis) {
        return new EnrichedArticle(
                article,
                analysis.entities().stream().map(EventMapper::entity).toList(),
                analysis.topics().stream().map(EventMapper::topic).toList(),
                List.of(),
                article.getId(),
                null,
                0,
                false);
    }

    static EnrichedArticle revision(EnrichedArticle analysed, Emission emission, int revision) {
        return new EnrichedArticle(
                analysed.getArticle(),
                analysed.getEntities(),
                analysed.getTopics(),
                emission.related().stream().map(EventMapper::related).toList(),
                emission.storyId(),
                emission.duplicateOf(),
                revision,
                emission.complete());
    }

    private static Entity entity(LinkedEntity entity) {
        return new Entity(
                entity.id(),
                entity.name(),
                EntityType.valueOf(entity.type().name()),
                entity.countries(),
                spans(entity.mentions()),
                entity.salience());
    }

    private static Topic topic(TopicLabel topic) {
        return new Topic(topic.id(), topic.iptc(), topic.score(), spans(topic.evidence()));
    }

    private static RelatedHeadline related(Link link) {
        Headline other = link.other();
        return new RelatedHeadline(
                other.articleId(),
                other.inputId(),
                other.title(),
                other.source(),
                other.url(),
                other.publishedAt(),
                link.relatedness().score(),
                Relation.valueOf(link.relatedness().relation().name()),
                link.relatedness().sharedEntities(),
                link.relatedness().sharedTerms(),
                link.relatedness().parts() == null
                        ? null
                        : parts(link.relatedness().parts()));
    }

    private static io.geowire.events.ScoreParts parts(ScoreParts parts) {
        return new io.geowire.events.ScoreParts(
                parts.bias(),
                parts.meaning(),
                parts.words(),
                parts.entities(),
                parts.countries(),
                parts.time(),
                parts.resemblance());
    }

    private static List<TextSpan> spans(List<Span> spans) {
        return spans.stream()
                .map(span ->
                        new TextSpan(TextField.valueOf(span.field().name()), span.start(), span.end(), span.text()))
                .toList();
    }
}
