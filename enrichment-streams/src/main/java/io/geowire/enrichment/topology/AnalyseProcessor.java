package io.geowire.enrichment.topology;

import io.geowire.enrichment.related.Fingerprint;
import io.geowire.enrichment.related.Gathering;
import io.geowire.enrichment.state.Arrival;
import io.geowire.enrichment.state.Question;
import io.geowire.enrichment.state.Withdrawal;
import io.geowire.events.Article;
import io.geowire.events.EnrichedArticle;
import io.geowire.events.Topic;
import io.geowire.service.streams.AgeQueue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Analyses an article unless its content was seen before, and asks the ring of each of its block keys for relatives. */
final class AnalyseProcessor extends ContextualProcessor<String, Article, String, Step> {
    private final Analyst analyst;
    private final Limits limits;
    private final EnrichmentMetrics metrics;
    private ArticleStores stores;
    private ShareStore shares;
    private AgeQueue ages;

    AnalyseProcessor(Analyst analyst, Limits limits, EnrichmentMetrics metrics) {
        this.analyst = analyst;
        this.limits = limits;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, Step> context) {
        super.init(context);
        stores = new ArticleStores(context);
        shares = new ShareStore(context, analyst.fingerprinter().background());
        ages = new AgeQueue(
                context.getStateStore(Names.ARTICLE_AGES),
                limits.articleRetention(),
                limits.slack(),
                limits.maxArticles());
    }

    @Override
    public void process(Record<String, Article> record) {
        Article article = Faults.ofRecord("not an article", () -> checked(record));
        Optional<Gathering> before = stores.gathering(article.getId());
        if (before.filter(state -> state.knows(article.getContentHash(), article.getBackfill()))
                .isPresent()) {
            metrics.articleUnchanged();
            return;
        }
        Analysis analysis = analyst.analyse(article, shares.shares());
        EnrichedArticle analysed = EventMapper.analysed(article, analysis);
        metrics.articleAnalysed(
                article.getSource(),
                analysed.getTopics().stream().map(Topic::getId).toList());
        Gathering asked = gathering(before, article, analysis.profile().blockKeys());
        Gathering now = asked.complete() ? asked.emittedNow() : asked;
        before.ifPresentOrElse(state -> withdraw(record, state, now), () -> shares.count(analysis.profile()));
        ask(record, now, new Fingerprint(EventMapper.headline(article), now.version(), analysis.profile()));
        if (now.emitted()) {
            metrics.published(now.revision(), true);
            context()
                    .forward(record.withValue(
                            new Step.Publish(EventMapper.revision(analysed, now.emission(), now.revision()))));
        }
        stores.begin(analysed, before, now);
        if (before.filter(state -> state.publishedAt().equals(article.getPublishedAt()))
                .isEmpty()) {
            ages.add(article.getPublishedAt(), article.getId().getBytes(StandardCharsets.UTF_8));
            ages.expire(stores::expire);
        }
    }

    /** What comes with another key would be joined in another partition than its answers. */
    private static Article checked(Record<String, Article> record) {
        Article article = Objects.requireNonNull(record.value(), "the record has no value");
        if (!article.getId().equals(record.key())) {
            throw new IllegalArgumentException(
                    "the record's key is '%s', the article's id '%s'".formatted(record.key(), article.getId()));
        }
        return article;
    }

    /** Leaves the rings that the new version does not ask, or all if it is of another time. */
    private void withdraw(Record<String, Article> record, Gathering before, Gathering now) {
        Question leaving = new Question(new Withdrawal(before.articleId(), before.publishedAt()));
        boolean moved = !before.publishedAt().equals(now.publishedAt());
        before.blockKeys().stream()
                .filter(key -> moved || !now.blockKeys().contains(key))
                .forEach(key -> context().forward(record.withKey(key).withValue(new Step.Ask(leaving))));
    }

    private void ask(Record<String, Article> record, Gathering now, Fingerprint fingerprint) {
        io.geowire.enrichment.state.Fingerprint state = StateMapper.toState(fingerprint);
        Instant asked = Instant.ofEpochMilli(now.since());
        for (int i = 0; i < now.blockKeys().size(); i++) {
            Step ask = new Step.Ask(new Question(new Arrival(i, asked, state)));
            context().forward(record.withKey(now.blockKeys().get(i)).withValue(ask));
        }
    }

    private Gathering gathering(Optional<Gathering> before, Article article, List<String> blockKeys) {
        long now = context().currentSystemTimeMs();
        return before.map(state -> state.next(
                        article.getPublishedAt(), article.getContentHash(), article.getBackfill(), blockKeys, now))
                .orElseGet(() -> Gathering.first(
                        article.getId(),
                        article.getPublishedAt(),
                        article.getContentHash(),
                        article.getBackfill(),
                        blockKeys,
                        now));
    }
}
