package io.geowire.ingest.metrics;

import io.geowire.events.DateProvenance;

/** What ingesting counts. */
public interface IngestMetrics {
    /** The broker has an article. */
    void published(DateProvenance provenance);

    /** An item, a file or a path could not be ingested. */
    void refused();

    /** An item is not to be published. */
    void skipped();

    /** A file was read to its end. */
    void fileRead();
}
