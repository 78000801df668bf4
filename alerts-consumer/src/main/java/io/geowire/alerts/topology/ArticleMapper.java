package io.geowire.alerts.topology;

import io.geowire.alerts.alert.AlertId;
import io.geowire.alerts.alert.AlertState;
import io.geowire.alerts.watch.Annotation;
import io.geowire.alerts.watch.ClauseMatch;
import io.geowire.alerts.watch.NewsItem;
import io.geowire.alerts.watch.Span;
import io.geowire.alerts.watch.TextField;
import io.geowire.alerts.watch.Watch;
import io.geowire.alerts.watch.WatchMatch;
import io.geowire.events.Alert;
import io.geowire.events.Article;
import io.geowire.events.EnrichedArticle;
import io.geowire.events.Match;
import io.geowire.events.RelatedHeadline;
import io.geowire.events.Relation;
import io.geowire.events.TextSpan;
import io.geowire.events.Topic;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Enriched articles to what watches look at, and what they found to alerts. */
final class ArticleMapper {
    private ArticleMapper() {}

    static NewsItem toItem(EnrichedArticle enriched) {
        Article article = enriched.getArticle();
        NewsItem bare = NewsItem.of(article.getTitle(), article.getBody());
        return new NewsItem(
                article.getTitle(),
                article.getBody(),
                article.getSource(),
                article.getLanguage(),
                enriched.getEntities().stream()
                        .map(entity ->
                                new Annotation(entity.getId(), entity.getName(), spans(entity.getMentions(), bare)))
                        .toList(),
                enriched.getTopics().stream()
                        .map(topic -> new Annotation(topic.getId(), topic.getId(), spans(topic.getEvidence(), bare)))
                        .toList());
    }

    /** Spans that a later version or another program placed outside the text are left out. */
    private static List<Span> spans(List<TextSpan> spans, NewsItem item) {
        return spans.stream()
                .filter(span -> span.getField() != io.geowire.events.TextField.OTHER)
                .filter(span -> 0 <= span.getStart() && span.getStart() <= span.getEnd())
                .map(span -> new Span(
                        span.getField() == io.geowire.events.TextField.TITLE ? TextField.TITLE : TextField.BODY,
                        span.getStart(),
                        span.getEnd()))
                .filter(span -> span.end() <= item.text(span.field()).length())
                .toList();
    }

    /** The alert that the article would raise if it were the first of its story. */
    static Alert toAlert(EnrichedArticle enriched, WatchMatch match) {
        Article article = enriched.getArticle();
        Watch watch = match.watch();
        String version = watch.version();
        return Alert.newBuilder()
                .setAlertId(AlertId.of(watch.id(), version, enriched.getStoryId(), 1))
                .setRevision(1)
                .setWatchId(watch.id())
                .setWatchName(watch.name())
                .setWatchVersion(version)
                .setSeverity(WatchMapper.toEvent(watch.severity()))
                .setMinSources(watch.minSources())
                .setReceivers(watch.receivers())
                .setStoryId(enriched.getStoryId())
                .setArticleId(article.getId())
                .setInputId(article.getInputId())
                .setTitle(article.getTitle())
                .setSource(article.getSource())
                .setUrl(article.getUrl())
                .setPublishedAt(article.getPublishedAt())
                .setBackfill(article.getBackfill())
                .setTopics(enriched.getTopics().stream().map(Topic::getId).toList())
                .setMatches(match.matches().stream().map(ArticleMapper::toMatch).toList())
                .setRelated(enriched.getRelated())
                .setArticleIds(List.of(article.getId()))
                .setArticleCount(1)
                .setSources(Stream.concat(
                                Stream.of(article).map(Article::getSource),
                                sameEvent(enriched.getRelated()).map(RelatedHeadline::getSource))
                        .filter(Objects::nonNull)
                        .distinct()
                        .limit(AlertState.MAX_LISTED)
                        .toList())
                .build();
    }

    /** Those that report the same event. */
    static Stream<RelatedHeadline> sameEvent(List<RelatedHeadline> related) {
        return related.stream()
                .filter(other ->
                        other.getRelation() == Relation.SAME_EVENT || other.getRelation() == Relation.DUPLICATE);
    }

    private static Match toMatch(ClauseMatch match) {
        return Match.newBuilder()
                .setSpan(TextSpan.newBuilder()
                        .setField(
                                match.span().field() == TextField.TITLE
                                        ? io.geowire.events.TextField.TITLE
                                        : io.geowire.events.TextField.BODY)
                        .setStart(match.span().start())
                        .setEnd(match.span().end())
                        .setText(match.text())
                        .build())
                .setClause(match.clause())
                .setSentence(match.sentence().text())
                .setSentenceStart(match.sentence().start())
                .build();
    }
}
