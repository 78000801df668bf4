package io.geowire.standalone.report;

import io.geowire.events.Alert;
import io.geowire.events.Article;
import io.geowire.events.EnrichedArticle;
import java.io.PrintStream;

/** Writes for a person to read what comes, as it comes: a later revision says that it is one. */
public final class Ticker implements RecordSink {
    private static final String BACKFILL = "back-fill";

    private final PrintStream out;
    private final Entries entries;

    /**
     * @param out in UTF-8
     * @param styled whether {@code out} is a terminal that understands styles
     */
    public Ticker(PrintStream out, boolean styled) {
        this.out = out;
        this.entries = new Entries(out, new Layout(styled));
    }

    @Override
    public void article(Article article) {
        entries.article(article, article.getBackfill() ? BACKFILL : "");
    }

    @Override
    public void enriched(EnrichedArticle article) {
        entries.enriched(article, revision(article.getRevision()));
    }

    @Override
    public void alert(Alert alert) {
        entries.alert(
                alert,
                Entries.time(alert.getPublishedAt())
                        + (alert.getRevision() > 1 ? ", " + revision(alert.getRevision()) : "")
                        + (alert.getBackfill() ? ", " + BACKFILL : ""));
    }

    @Override
    public void end() {
        out.flush();
    }

    private static String revision(int revision) {
        return revision > 1 ? "revision " + revision : "";
    }
}
