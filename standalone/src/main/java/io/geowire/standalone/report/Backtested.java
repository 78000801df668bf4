package io.geowire.standalone.report;

import io.geowire.events.Alert;
import java.io.PrintStream;
import java.util.List;

/** Writes for a person to read what watches would have alerted to. */
public final class Backtested {
    private final PrintStream out;
    private final Layout layout;
    private final Entries entries;

    /**
     * @param out in UTF-8
     * @param styled whether {@code out} is a terminal that understands styles
     */
    public Backtested(PrintStream out, boolean styled) {
        this.out = out;
        this.layout = new Layout(styled);
        this.entries = new Entries(out, layout);
    }

    /**
     * Writes the alerts with the time of the article that raised each, and a line on all.
     *
     * @param articles how many articles were looked at
     * @param matching how many of them matched
     * @param waiting how many stories are carried by too few sources
     */
    public void print(List<Alert> alerts, int articles, int matching, int waiting) {
        alerts.forEach(alert -> entries.alert(
                alert, Entries.time(alert.getPublishedAt()) + (alert.getRaisedRevision() == 0 ? ", back-fill" : "")));
        out.println(layout.heading("%,d of %s match, %s%s"
                .formatted(
                        matching,
                        Entries.count(articles, "article"),
                        alerts.isEmpty() ? "no alerts" : Entries.count(alerts.size(), "alert"),
                        waiting == 0
                                ? ""
                                : ", %s in too few sources"
                                        .formatted(waiting == 1 ? "1 story" : waiting + " stories"))));
        out.flush();
    }
}
