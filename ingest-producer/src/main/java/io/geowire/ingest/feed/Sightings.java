package io.geowire.ingest.feed;

import io.geowire.events.SeenItem;
import io.geowire.ingest.feed.FeedDocument.BrokenItem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The items of a feed that have been seen. It tells which of a document are new or changed; what is no more in the document is
 * remembered for a while, since feeds drop items and bring them back.
 *
 * <p>Only title and text make a change: dates, authors, addresses and the order of a feed change without news in them.
 */
final class Sightings {
    private static final int MIN_REMEMBERED = 200;

    /** The newest at the end. */
    private final LinkedHashMap<Long, SeenItem> byKey = new LinkedHashMap<>();

    private final Map<String, SeenItem> byArticle = new HashMap<>();
    private final Map<Long, SeenItem> byContent = new HashMap<>();

    Sightings(List<SeenItem> seen) {
        seen.forEach(this::remember);
    }

    /**
     * What an item is to be known by when its article has been made.
     *
     * @param key of the item
     * @param content hash of its words
     * @param earlier the article that it revises; null if it is new
     */
    record Unseen(long key, long content, @Nullable SeenItem earlier) {}

    /**
     * Whether the item is new or changed.
     *
     * @param articleId that it has if it is new
     */
    Optional<Unseen> look(FeedItem item, ItemKeys keys, String articleId) {
        long key = keys.key(item);
        long content = content(item);
        SeenItem earlier = byKey.get(key);
        if (earlier == null) {
            earlier = byArticle.get(articleId);
        }
        if (earlier == null && keys.isToldByContent(item)) {
            earlier = byContent.get(content);
        }
        if (earlier != null && earlier.getContent() == content) {
            remember(SeenItem.newBuilder(earlier).setKey(key).build());
            return Optional.empty();
        }
        return Optional.of(new Unseen(key, content, earlier));
    }

    /** Whether an item that cannot be read is here for the first time; from now on it is not. */
    boolean isNew(BrokenItem item) {
        long key =
                Hashes.number("broken", item.reason(), new String(item.value().bytes(), StandardCharsets.UTF_8));
        boolean isNew = !byKey.containsKey(key);
        remember(new SeenItem(key, "", key, Instant.EPOCH));
        return isNew;
    }

    /** An item has become an article. */
    void remember(SeenItem item) {
        byKey.remove(item.getKey());
        byKey.put(item.getKey(), item);
        if (!item.getArticleId().isEmpty()) {
            byArticle.put(item.getArticleId(), item);
            byContent.put(item.getContent(), item);
        }
    }

    /** What to keep: twice what the document holds, and not less than 200. */
    List<SeenItem> newest(int items) {
        List<SeenItem> all = new ArrayList<>(byKey.values());
        int kept = Math.max(MIN_REMEMBERED, Math.min(2 * items, items + MIN_REMEMBERED));
        return List.copyOf(all.subList(Math.max(0, all.size() - kept), all.size()));
    }

    private static long content(FeedItem item) {
        return Hashes.number(
                "content", Objects.requireNonNullElse(item.title(), ""), Objects.requireNonNullElse(item.body(), ""));
    }
}
