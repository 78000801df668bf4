package io.geowire.enrichment.topology;

import io.geowire.enrichment.related.Fingerprint;
import io.geowire.enrichment.related.Headline;
import io.geowire.enrichment.related.Ring;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The members of the rings: one entry a member, under block key, event time and article id. An article is a member of up to ten rings
 * and is met many times, so the last fingerprints are kept decoded, by their bytes.
 */
final class RingStore {
    private static final int DECODED = 4_000;

    private final KeyValueStore<Bytes, byte[]> store;
    private final Serde<io.geowire.enrichment.state.Fingerprint> serde;
    private final String changelog;
    private final Map<ByteBuffer, Fingerprint> decoded = new LinkedHashMap<>(DECODED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Fingerprint> eldest) {
            return size() > DECODED;
        }
    };

    RingStore(ProcessingContext context, Serde<io.geowire.enrichment.state.Fingerprint> serde) {
        this.store = context.getStateStore(Names.RING);
        this.serde = serde;
        this.changelog = context.applicationId() + "-" + Names.RING + "-changelog";
    }

    /** The members of a ring near an instant; an article itself, if it is one, apart. */
    Members near(String key, Instant time, String articleId) {
        Fingerprint self = null;
        List<Fingerprint> others = new ArrayList<>();
        long at = time.toEpochMilli();
        long window = Ring.WINDOW.toMillis();
        try (KeyValueIterator<Bytes, byte[]> entries =
                store.range(Keys.first(key, at - window), Keys.behind(key, at + window))) {
            while (entries.hasNext()) {
                Fingerprint member = decode(entries.next().value);
                if (!member.articleId().equals(articleId)) {
                    others.add(member);
                } else if (member.headline().publishedAt().equals(time)) {
                    self = member;
                }
            }
        }
        return new Members(self, others);
    }

    /** Adds a member or replaces its former version. Returns whether it was added. */
    boolean put(String key, io.geowire.enrichment.state.Fingerprint member) {
        io.geowire.enrichment.state.Headline headline = member.getHeadline();
        Bytes place = place(key, headline.getPublishedAt(), headline.getArticleId());
        boolean added = store.get(place) == null;
        store.put(place, serde.serializer().serialize(changelog, member));
        return added;
    }

    void delete(String key, Headline member) {
        store.delete(place(key, member.publishedAt(), member.articleId()));
    }

    /** Lets a member go that is too old. */
    void expire(Instant time, byte[] place) {
        store.delete(Bytes.wrap(place));
    }

    static Bytes place(String key, Instant time, String articleId) {
        return Keys.of(key, time, articleId);
    }

    private Fingerprint decode(byte[] bytes) {
        return decoded.computeIfAbsent(
                ByteBuffer.wrap(bytes),
                buffer -> StateMapper.fromState(serde.deserializer().deserialize(changelog, bytes)));
    }

    /**
     * Members of a ring near the event time of an article.
     *
     * @param self the version of the article that is a member, if any
     * @param others in order of time
     */
    record Members(@Nullable Fingerprint self, List<Fingerprint> others) {
        Headline oldest(Headline self) {
            return others.stream().map(Fingerprint::headline).reduce(self, BinaryOperator.minBy(Headline.BY_AGE));
        }
    }
}
