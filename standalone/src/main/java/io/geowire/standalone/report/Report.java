package io.geowire.standalone.report;

import io.geowire.events.Alert;
import io.geowire.events.EnrichedArticle;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes a run for a person to read: each article with its entities, its topics with their evidence and its related headlines, in
 * order of time; then the alerts, each with the matched words in their sentence.
 */
public final class Report implements ResultSink {
    private final List<EnrichedArticle> articles = new ArrayList<>();
    private final List<Alert> alerts = new ArrayList<>();
    private final PrintStream out;
    private final Layout layout;
    private final Entries entries;
    private boolean summarised;

    /**
     * @param out in UTF-8
     * @param styled whether {@code out} is a terminal that understands styles
     */
    public Report(PrintStream out, boolean styled) {
        this.out = out;
        this.layout = new Layout(styled);
        this.entries = new Entries(out, layout);
    }

    @Override
    public void enriched(EnrichedArticle article) {
        articles.add(article);
    }

    @Override
    public void alert(Alert alert) {
        alerts.add(alert);
    }

    @Override
    public void end() {
        articles.sort(
                Comparator.comparing((EnrichedArticle each) -> each.getArticle().getPublishedAt())
                        .thenComparing(each -> each.getArticle().getTitle()));
        alerts.sort(Comparator.comparing(Alert::getSeverity, Comparator.reverseOrder())
                .thenComparing(Alert::getWatchId)
                .thenComparing(Alert::getPublishedAt));
        articles.forEach(article -> entries.enriched(article, ""));
        if (!alerts.isEmpty()) {
            out.println(layout.heading("ALERTS"));
            alerts.forEach(alert -> entries.alert(alert, ""));
        }
        if (!summarised) {
            out.println(layout.heading(summary()));
            summarised = true;
        }
        out.flush();
        articles.clear();
        alerts.clear();
    }

    private String summary() {
        long stories =
                articles.stream().map(EnrichedArticle::getStoryId).distinct().count();
        return "%s in %s, %s"
                .formatted(
                        Entries.count(articles.size(), "article"),
                        stories == 1 ? "1 story" : stories + " stories",
                        alerts.isEmpty() ? "no alerts" : Entries.count(alerts.size(), "alert"));
    }
}
