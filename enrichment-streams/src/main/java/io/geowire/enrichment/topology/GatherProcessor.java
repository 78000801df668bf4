package io.geowire.enrichment.topology;

import io.geowire.enrichment.related.Gathering;
import io.geowire.enrichment.state.Answer;
import io.geowire.enrichment.state.Reply;
import io.geowire.events.EnrichedArticle;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Collects the answers about each article and publishes a revision when one is due. */
final class GatherProcessor extends ContextualProcessor<String, Answer, String, EnrichedArticle> {
    private static final int CHECKS_PER_TIMEOUT = 6;

    private final Limits limits;
    private final int ringPartitions;
    private final EnrichmentMetrics metrics;
    private ArticleStores stores;
    private Patience patience;

    GatherProcessor(Limits limits, int ringPartitions, EnrichmentMetrics metrics) {
        this.limits = limits;
        this.ringPartitions = ringPartitions;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, EnrichedArticle> context) {
        super.init(context);
        stores = new ArticleStores(context);
        patience = new Patience(limits.answerTimeout().toMillis(), ringPartitions, context.currentSystemTimeMs());
        context.schedule(
                limits.answerTimeout().dividedBy(CHECKS_PER_TIMEOUT), PunctuationType.WALL_CLOCK_TIME, this::release);
    }

    @Override
    public void process(Record<String, Answer> record) {
        Answer answer = record.value();
        Reply reply = answer.getReply();
        if (reply != null) {
            patience.heard(
                    reply.getPartition(),
                    reply.getAsked().toEpochMilli(),
                    context().currentSystemTimeMs());
        }
        Integer key = reply == null ? null : reply.getKey();
        stores.gathering(record.key())
                .filter(before -> before.version() == answer.getVersion())
                .ifPresent(before ->
                        advance(record, before, before.told(key, StateMapper.fromStates(answer.getFindings()))));
    }

    private void advance(Record<String, ?> record, Gathering before, Gathering told) {
        if (told.complete() && !before.complete()) {
            stores.answered(told);
        }
        if (told.dueAfter(before)) {
            publish(record, told);
        } else if (!told.equals(before)) {
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
