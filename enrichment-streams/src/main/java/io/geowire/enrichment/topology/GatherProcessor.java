package io.geowire.enrichment.topology;

import io.geowire.enrichment.related.Gathering;
import io.geowire.enrichment.state.Answer;
import io.geowire.events.EnrichedArticle;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Collects the answers about each article and publishes a revision when one is due. */
final class GatherProcessor extends ContextualProcessor<String, Answer, String, EnrichedArticle> {
    private static final int CHECKS_PER_TIMEOUT = 6;

    private final Limits limits;
    private final EnrichmentMetrics metrics;
    private ArticleStores stores;
    private Patience patience;

    GatherProcessor(Limits limits, EnrichmentMetrics metrics) {
        this.limits = limits;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, EnrichedArticle> context) {
        super.init(context);
        stores = new ArticleStores(context);
        patience = new Patience(limits.answerTimeout().toMillis(), context.currentSystemTimeMs());
        context.schedule(
                limits.answerTimeout().dividedBy(CHECKS_PER_TIMEOUT), PunctuationType.WALL_CLOCK_TIME, this::release);
    }

    @Override
    public void process(Record<String, Answer> record) {
        Answer answer = record.value();
        stores.gathering(record.key())
                .filter(state -> state.version() == answer.getVersion())
                .ifPresent(before -> advance(
                        record, before, before.told(answer.getKey(), StateMapper.fromStates(answer.getFindings()))));
    }

    private void advance(Record<String, ?> record, Gathering before, Gathering told) {
        if (told.equals(before)) {
            return;
        }
        patience.heard(context().currentSystemTimeMs());
        if (told.complete() && !before.complete()) {
            patience.completed(told.since());
            stores.answered(told);
        }
        if (told.dueAfter(before)) {
            publish(record, told);
        } else {
            stores.put(told);
        }
    }

    /** Publishes articles whose answers never come, marked incomplete: the only use of the wall clock. */
    private void release(long now) {
        for (String id : stores.waitingSince(patience.overdue(now))) {
            Gathering waiting = stores.gathering(id).orElseThrow();
            stores.answered(waiting);
            if (!waiting.emitted()) {
                publish(new Record<>(id, waiting, waiting.publishedAt().toEpochMilli()), waiting);
            }
        }
    }

    private void publish(Record<String, ?> record, Gathering due) {
        Gathering published = due.emittedNow();
        stores.put(published);
        metrics.published(published.revision(), published.complete());
        context()
                .forward(record.withValue(EventMapper.revision(
                        stores.analysed(due.articleId()), published.emission(), published.revision())));
    }
}
