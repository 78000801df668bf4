package io.geowire.ingest.publish;

import io.geowire.events.Article;
import io.geowire.ingest.item.Origin;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;

/**
 * Puts articles in the order of event time, as far as it looks ahead. Files come newest first, shuffled, or one source after
 * the other; downstream everything is windowed by event time, and what arrives long after its neighbours in time may find
 * them gone. Articles of one time keep the order of the input, so a revision stays behind what it revises.
 *
 * <p>Holds so many articles or characters; beyond either the earliest goes out.
 */
public final class EventOrder {
    private static final Comparator<Held> ORDER =
            Comparator.comparing((Held held) -> held.article.getPublishedAt()).thenComparingLong(Held::sequence);

    private final int maxArticles;
    private final long maxChars;
    private final BiConsumer<Article, Origin> sink;
    private final PriorityQueue<Held> held = new PriorityQueue<>(ORDER);
    private long chars;
    private long sequence;

    private record Held(Article article, Origin origin, long sequence) {
        long chars() {
            String body = article.getBody();
            return (long) article.getTitle().length() + (body == null ? 0 : body.length());
        }
    }

    /**
     * @param maxArticles held at most, 0 or more
     * @param maxChars of titles and bodies held at most
     */
    public EventOrder(int maxArticles, long maxChars, BiConsumer<Article, Origin> sink) {
        this.maxArticles = maxArticles;
        this.maxChars = maxChars;
        this.sink = sink;
    }

    /** Takes an article, and hands on those that there is no more room for. */
    public void add(Article article, Origin origin) {
        Held arrived = new Held(article, origin, sequence++);
        held.add(arrived);
        chars += arrived.chars();
        while (held.size() > maxArticles || chars > maxChars) {
            release();
        }
    }

    /** Hands on all that is held. */
    public void drain() {
        while (!held.isEmpty()) {
            release();
        }
    }

    /** How many are held. */
    public int size() {
        return held.size();
    }

    private void release() {
        Held earliest = held.remove();
        chars -= earliest.chars();
        sink.accept(earliest.article(), earliest.origin());
    }
}
