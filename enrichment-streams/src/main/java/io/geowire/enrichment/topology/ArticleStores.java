package io.geowire.enrichment.topology;

import io.geowire.enrichment.related.Gathering;
import io.geowire.events.EnrichedArticle;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What is kept of each article: its analysis, written once a version, apart from the state of the answers, written with each
 * answer; and who waits for answers, by wall-clock time. Both processors of the sub-topology share the stores of a task; only the
 * analysis lets old articles go.
 */
final class ArticleStores {
    private static final String NO_PREFIX = "";

    private final KeyValueStore<String, EnrichedArticle> articles;
    private final KeyValueStore<String, io.geowire.enrichment.state.Gathering> gathering;
    private final KeyValueStore<Bytes, byte[]> waiting;

    ArticleStores(ProcessingContext context) {
        articles = context.getStateStore(Names.ARTICLES);
        gathering = context.getStateStore(Names.GATHERING);
        waiting = context.getStateStore(Names.WAITING);
    }

    Optional<Gathering> gathering(String articleId) {
        return Optional.ofNullable(gathering.get(articleId)).map(state -> StateMapper.fromState(articleId, state));
    }

    EnrichedArticle analysed(String articleId) {
        return Objects.requireNonNull(articles.get(articleId), articleId);
    }

    /** Keeps another version of an article, which now waits for its answers. */
    void begin(EnrichedArticle analysed, Optional<Gathering> before, Gathering now) {
        before.ifPresent(this::answered);
        articles.put(now.articleId(), analysed);
        put(now);
        if (!now.complete()) {
            waiting.put(waitingKey(now), new byte[0]);
        }
    }

    void put(Gathering now) {
        gathering.put(now.articleId(), StateMapper.toState(now));
    }

    /** The article waits no longer. */
    void answered(Gathering before) {
        if (waiting.get(waitingKey(before)) != null) {
            waiting.delete(waitingKey(before));
        }
    }

    /** Articles that have waited since {@code until} or before. */
    List<String> waitingSince(long until) {
        if (until < 0) {
            return List.of();
        }
        List<String> ids = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> oldest =
                waiting.range(Keys.first(NO_PREFIX, 0), Keys.behind(NO_PREFIX, until))) {
            oldest.forEachRemaining(entry -> ids.add(Keys.id(entry.key, NO_PREFIX)));
        }
        return ids;
    }

    /** Lets an article go, unless a version of another time has come since. */
    void expire(Instant publishedAt, byte[] id) {
        String articleId = new String(id, StandardCharsets.UTF_8);
        gathering(articleId)
                .filter(state -> state.publishedAt().equals(publishedAt))
                .ifPresent(state -> {
                    answered(state);
                    articles.delete(articleId);
                    gathering.delete(articleId);
                });
    }

    private static Bytes waitingKey(Gathering gathering) {
        return Keys.of(NO_PREFIX, gathering.since(), gathering.articleId().getBytes(StandardCharsets.UTF_8));
    }
}
