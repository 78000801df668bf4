package io.geowire.alerts.topology;

import io.geowire.alerts.AlertsMetrics;
import io.geowire.alerts.watch.Watch;
import io.geowire.alerts.watch.WatchMatch;
import io.geowire.alerts.watch.WatchMatcher;
import io.geowire.events.Alert;
import io.geowire.events.EnrichedArticle;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.service.streams.Arrival;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Article in; out, by watch id, the alert that it would raise alone, for each watch that it matches. */
final class MatchProcessor extends ContextualProcessor<String, EnrichedArticle, String, Alert> {
    private static final Logger LOG = LoggerFactory.getLogger(MatchProcessor.class);
    private static final long NEVER = -1;

    private final Deserializer<io.geowire.events.Watch> deserializer;
    private final AtomicLong changes;
    private final AlertsMetrics metrics;
    private WatchMatcher matcher;
    private ReadOnlyKeyValueStore<String, byte[]> watches;
    private long seen = NEVER;

    MatchProcessor(Deserializer<io.geowire.events.Watch> deserializer, AtomicLong changes, AlertsMetrics metrics) {
        this.deserializer = deserializer;
        this.changes = changes;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, Alert> context) {
        super.init(context);
        watches = context.getStateStore(Names.WATCHES);
        // Not before: Streams makes processors that it never uses nor closes.
        matcher = new WatchMatcher();
    }

    @Override
    public void process(Record<String, EnrichedArticle> record) {
        EnrichedArticle article = record.value();
        if (article == null) {
            return;
        }
        Arrival.of(record.headers())
                .ifPresent(arrival -> metrics.enriched(context().currentSystemTimeMs() - arrival));
        refresh();
        long start = System.nanoTime();
        List<WatchMatch> matches = matcher.match(ArticleMapper.toItem(article));
        metrics.matched(matches.size(), System.nanoTime() - start);
        for (WatchMatch match : matches) {
            context().forward(record.withKey(match.watch().id()).withValue(ArticleMapper.toAlert(article, match)));
        }
    }

    /** A change during the reading is counted after it, so it is seen at the next article. */
    private void refresh() {
        long now = changes.get();
        if (now == seen) {
            return;
        }
        List<Watch> inForce = new ArrayList<>();
        int faulty = 0;
        try (KeyValueIterator<String, byte[]> all = watches.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                try {
                    inForce.add(read(entry.key, entry.value));
                } catch (SerializationException e) {
                    faulty++;
                    LOG.error("watch '{}' in {} is left out", entry.key, Topics.WATCHES, e);
                }
            }
        }
        for (WatchMatcher.Rejected rejected : matcher.replaceAll(inForce)) {
            LOG.error(
                    "watch '{}' is left out: {}",
                    rejected.watch().id(),
                    rejected.reason().getMessage());
        }
        inForce.forEach(watch -> metrics.watching(watch.id(), WatchMapper.toEvent(watch.severity())));
        metrics.watches(matcher.size(), inForce.size() + faulty - matcher.size());
        seen = now;
    }

    private Watch read(String key, byte[] value) {
        Watch watch = WatchMapper.toWatch(deserializer.deserialize(Topics.WATCHES, value));
        if (!watch.id().equals(key)) {
            throw new SerializationException("its record has the key '" + key + "' and the id '" + watch.id() + "'");
        }
        return watch;
    }

    @Override
    public void close() {
        matcher.close();
    }
}
