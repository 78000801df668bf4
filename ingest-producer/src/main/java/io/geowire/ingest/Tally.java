package io.geowire.ingest;

import io.geowire.events.Article;
import io.geowire.ingest.IngestReport.FileReport;
import io.geowire.ingest.item.Origin;
import io.geowire.ingest.item.ReadResult;
import io.geowire.ingest.metrics.IngestMetrics;
import io.geowire.ingest.publish.Publisher;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts a run and tells the listener, one thread at a time: the producer's thread reports deliveries while this one reads. */
final class Tally implements Publisher.Deliveries {
    private final IngestListener listener;
    private final IngestMetrics metrics;
    private final Map<String, Counts> files = new LinkedHashMap<>();
    private int unreadable;

    private static final class Counts {
        private long published;
        private long refused;
        private long skipped;
    }

    Tally(IngestListener listener, IngestMetrics metrics) {
        this.listener = listener;
        this.metrics = metrics;
    }

    /** A file is about to be read. */
    synchronized void begin(String file) {
        files.computeIfAbsent(file, name -> new Counts());
    }

    /** A file has been read. */
    synchronized void end() {
        metrics.fileRead();
    }

    @Override
    public synchronized void delivered(Article article, Origin origin) {
        counts(origin).published++;
        metrics.published(article.getPublishedAtProvenance());
        listener.published(article, origin);
    }

    @Override
    public synchronized void refused(ReadResult.Fault fault) {
        counts(fault.origin()).refused++;
        metrics.refused();
        listener.refused(fault);
    }

    /** A path names nothing that can be read. */
    synchronized void unreadable(ReadResult.Fault fault) {
        unreadable++;
        metrics.refused();
        listener.refused(fault);
    }

    synchronized void skipped(ReadResult.Skipped skipped) {
        counts(skipped.origin()).skipped++;
        metrics.skipped();
        listener.skipped(skipped);
    }

    synchronized void noted(ReadResult.Note note) {
        listener.noted(note);
    }

    synchronized void progressed(long bytesRead, long bytes, int held) {
        listener.progressed(bytesRead, bytes, held);
    }

    synchronized IngestReport report() {
        return new IngestReport(
                files.entrySet().stream()
                        .map(file -> new FileReport(
                                file.getKey(),
                                file.getValue().published,
                                file.getValue().refused,
                                file.getValue().skipped))
                        .toList(),
                unreadable);
    }

    private Counts counts(Origin origin) {
        return files.computeIfAbsent(origin.file(), name -> new Counts());
    }
}
