package io.geowire.enrichment.topology;

import io.geowire.enrichment.related.Fingerprint;
import io.geowire.enrichment.related.Headline;
import io.geowire.enrichment.related.Ring;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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
 * The members of the rings: one entry a member, under block key, event time and article id. An article is a member of up to twelve rings
 * and is met many times, so the last fingerprints are kept decoded, by their bytes.
 */
final class RingStore {
    private static final int DECODED = 4_000;

    private final KeyValueStore<Bytes, byte[]> store;
    private final Serde<io.geowire.enrichment.state.Fingerprint> serde;
    private final String changelog;
    private final Map<Encoded, Fingerprint> decoded = new LinkedHashMap<>(DECODED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Encoded, Fingerprint> eldest) {
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

    /** Adds a member or replaces its former version. */
    void put(String key, io.geowire.enrichment.state.Fingerprint member) {
        io.geowire.enrichment.state.Headline headline = member.getHeadline();
        store.put(
                place(key, headline.getPublishedAt(), headline.getArticleId()),
                serde.serializer().serialize(changelog, member));
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
                new Encoded(bytes),
                encoded -> StateMapper.fromState(serde.deserializer().deserialize(changelog, bytes)));
    }

    /** Bytes of a fingerprint. The article id stands near their beginning, so a hash of the beginning is enough. */
    private record Encoded(byte[] bytes) {
        private static final int HEAD = 48;

        @Override
        public boolean equals(Object o) {
            return o instanceof Encoded other && Arrays.equals(bytes, other.bytes);
        }

        @Override
        public int hashCode() {
            int hash = bytes.length;
            for (int i = 0; i < Math.min(HEAD, bytes.length); i++) {
                hash = 31 * hash + bytes[i];
            }
            return hash;
        }
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
