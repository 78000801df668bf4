package io.geowire.enrichment.topology;

import io.geowire.enrichment.related.DocumentFrequencies;
import io.geowire.enrichment.related.Profile;
import io.geowire.enrichment.related.Shares;
import io.geowire.enrichment.related.StreamShares;
import io.geowire.enrichment.state.Count;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * How common terms and entities are among the articles of a task. The counts are asked for many times an article, so all of them are
 * held in memory; the store has the same.
 */
final class ShareStore {
    private final KeyValueStore<String, Count> store;
    private final StreamShares shares;

    ShareStore(ProcessingContext context, DocumentFrequencies prior) {
        store = context.getStateStore(Names.SHARES);
        Map<String, StreamShares.Count> kept = new HashMap<>();
        try (KeyValueIterator<String, Count> all = store.all()) {
            all.forEachRemaining(
                    it -> kept.put(it.key, new StreamShares.Count(it.value.getCount(), it.value.getItem())));
        }
        shares = new StreamShares(prior, kept);
    }

    Shares shares() {
        return shares;
    }

    /** Counts an article. */
    void count(Profile profile) {
        shares.count(
                profile,
                (name, count) -> store.put(name, count == null ? null : new Count(count.count(), count.item())));
    }
}
