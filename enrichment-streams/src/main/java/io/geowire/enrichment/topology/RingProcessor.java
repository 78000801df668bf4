package io.geowire.enrichment.topology;

import io.geowire.enrichment.related.Finding;
import io.geowire.enrichment.related.Fingerprint;
import io.geowire.enrichment.related.Notice;
import io.geowire.enrichment.related.Ring;
import io.geowire.enrichment.state.Answer;
import io.geowire.enrichment.state.Arrival;
import io.geowire.enrichment.state.Question;
import io.geowire.enrichment.state.Reply;
import io.geowire.enrichment.state.Withdrawal;
import io.geowire.service.streams.AgeQueue;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** The ring of a block key: answers each article that arrives, once, and tells its neighbours. */
final class RingProcessor extends ContextualProcessor<String, Question, String, Answer> {
    /** Streams takes the oldest record of a task first: so answers go before new articles, which bounds what is in flight. */
    private static final long BEFORE_ARTICLES = 0;

    private final Ring ring;
    private final Serde<io.geowire.enrichment.state.Fingerprint> serde;
    private final Limits limits;
    private final EnrichmentMetrics metrics;
    private RingStore store;
    private AgeQueue ages;

    RingProcessor(
            Ring ring, Serde<io.geowire.enrichment.state.Fingerprint> serde, Limits limits, EnrichmentMetrics metrics) {
        this.ring = ring;
        this.serde = serde;
        this.limits = limits;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, Answer> context) {
        super.init(context);
        store = new RingStore(context, serde);
        ages = new AgeQueue(
                context.getStateStore(Names.RING_AGES), Ring.WINDOW, limits.slack(), limits.maxRingEntries());
    }

    @Override
    public void process(Record<String, Question> record) {
        if (record.value().getContent() instanceof Arrival arrival) {
            arrive(record, arrival);
        } else if (record.value().getContent() instanceof Withdrawal withdrawal) {
            leave(record, withdrawal);
        }
    }

    private void arrive(Record<String, ?> cause, Arrival arrival) {
        String key = cause.key();
        Fingerprint arriving = StateMapper.fromState(arrival.getFingerprint());
        Instant time = arriving.headline().publishedAt();
        RingStore.Members members = store.near(key, time, arriving.articleId());
        metrics.candidates(members.others().size());
        Ring.Outcome outcome = Faults.ofRecord(
                "article " + arriving.articleId() + " cannot be compared",
                () -> ring.arrive(key, arriving, members.self(), members.others()));
        answer(cause, arriving.articleId(), arriving.version(), replyTo(arrival), outcome.findings());
        tell(cause, outcome.notices());
        store.put(key, arrival.getFingerprint());
        if (members.self() == null) {
            ages.add(time, RingStore.place(key, time, arriving.articleId()).get());
            ages.expire(store::expire);
        }
        if (members.others().size() >= limits.ringSize()) {
            store.delete(key, members.oldest(arriving.headline()));
        }
    }

    private void leave(Record<String, ?> cause, Withdrawal withdrawal) {
        String key = cause.key();
        RingStore.Members members = store.near(key, withdrawal.getPublishedAt(), withdrawal.getArticleId());
        if (members.self() != null) {
            tell(cause, ring.leave(key, members.self(), members.others()));
            store.delete(key, members.self().headline());
        }
    }

    private void tell(Record<String, ?> cause, List<Notice> notices) {
        notices.forEach(notice -> answer(cause, notice.articleId(), notice.version(), null, List.of(notice.finding())));
    }

    private Reply replyTo(Arrival arrival) {
        return new Reply(
                arrival.getKey(), arrival.getAsked(), context().taskId().partition());
    }

    private void answer(
            Record<String, ?> cause, String articleId, int version, @Nullable Reply reply, List<Finding> findings) {
        Answer answer = new Answer(version, reply, StateMapper.toStates(findings));
        context().forward(new Record<>(articleId, answer, BEFORE_ARTICLES, cause.headers()));
    }
}
