package io.geowire.standalone;

import io.geowire.events.Article;
import io.geowire.events.FeedHealth;
import io.geowire.events.FeedState;
import io.geowire.ingest.IngestListener;
import io.geowire.ingest.feed.poll.FeedListener;
import io.geowire.ingest.item.Origin;
import io.geowire.ingest.item.ReadResult;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what a run took in, of files and of feeds, and says what it could not. */
final class Intake implements IngestListener, FeedListener {
    private final Set<String> articleIds = ConcurrentHashMap.newKeySet();
    private final AtomicInteger polled = new AtomicInteger();
    private final AtomicInteger failing = new AtomicInteger();
    private final Progress progress;

    Intake(Progress progress) {
        this.progress = progress;
    }

    /** The ids of the articles that the broker has. A view: with feeds, more come. */
    Set<String> articleIds() {
        return Collections.unmodifiableSet(articleIds);
    }

    /** Whether there were feeds and none of them could be read. */
    boolean everyFeedFailed() {
        return polled.get() > 0 && polled.get() == failing.get();
    }

    @Override
    public void polled(FeedState state) {
        polled.incrementAndGet();
        if (state.getHealth() == FeedHealth.FAILING || state.getHealth() == FeedHealth.GONE) {
            failing.incrementAndGet();
            progress.say(state.getUrl() + ": " + state.getReason());
        }
    }

    @Override
    public void published(Article article, Origin origin) {
        articleIds.add(article.getId());
    }

    @Override
    public void refused(ReadResult.Fault fault) {
        progress.say(fault.toString());
    }

    @Override
    public void skipped(ReadResult.Skipped skipped) {
        progress.say(skipped.toString());
    }

    @Override
    public void noted(ReadResult.Note note) {
        progress.say(note.toString());
    }
}
