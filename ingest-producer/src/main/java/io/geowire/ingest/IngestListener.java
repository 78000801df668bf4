package io.geowire.ingest;

import io.geowire.events.Article;
import io.geowire.ingest.item.Origin;
import io.geowire.ingest.item.ReadResult;

/** Is told what becomes of the input while it is read. Never called by two threads at once. */
public interface IngestListener {
    /** Hears nothing. */
    IngestListener NONE = new IngestListener() {};

    /** The broker has the article. */
    default void published(Article article, Origin origin) {}

    /**
     * An article was read.
     *
     * @param bytesRead of the files so far, as they lie on disk
     * @param bytes of all files; 0 for standard input
     * @param held articles that were read and are not sent yet
     */
    default void progressed(long bytesRead, long bytes, int held) {}

    /** A piece of the input, or a file, could not be ingested. {@code toString} is the line to print. */
    default void refused(ReadResult.Fault fault) {}

    /** An item is sound but not to be published: its provider withdrew it, or it has no text. */
    default void skipped(ReadResult.Skipped skipped) {}

    /** Something to know that took no item away. */
    default void noted(ReadResult.Note note) {}
}
