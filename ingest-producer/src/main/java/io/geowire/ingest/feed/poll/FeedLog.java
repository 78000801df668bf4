package io.geowire.ingest.feed.poll;

import io.geowire.ingest.item.ReadResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what a person should know of feeds to the log. */
public final class FeedLog implements FeedListener {
    private static final Logger LOG = LoggerFactory.getLogger(FeedLog.class);

    @Override
    public void refused(ReadResult.Fault fault) {
        LOG.warn("{}", fault);
    }

    @Override
    public void noted(ReadResult.Note note) {
        LOG.warn("{}", note);
    }
}
