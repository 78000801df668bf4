package io.geowire.ingest.feed.poll;

import io.geowire.events.Article;
import io.geowire.events.FeedState;
import io.geowire.ingest.item.Origin;
import io.geowire.ingest.item.ReadResult;

/** Is told what becomes of feeds. Never called by two threads at once. */
public interface FeedListener {
    /** The broker has the article. */
    default void published(Article article, Origin origin) {}

    /** An item could not become an article. */
    default void refused(ReadResult.Fault fault) {}

    /** Something to know that took nothing away. */
    default void noted(ReadResult.Note note) {}

    /** A feed has been polled, and the broker has its state. */
    default void polled(FeedState state) {}
}
