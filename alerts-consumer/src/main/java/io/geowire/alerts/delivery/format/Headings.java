package io.geowire.alerts.delivery.format;

import io.geowire.events.Alert;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines about an alert that a person reads, in plain text. */
final class Headings {
    /** Says that something was left out. */
    static final String CUT = "Shortened: not all of this alert fits into one message.";

    private Headings() {}

    /** All of it in one line. */
    static String summary(Alert alert) {
        return "%s (%s): %s"
                .formatted(
                        Texts.line(alert.getWatchName()),
                        Texts.lower(alert.getSeverity()),
                        Texts.headline(alert.getTitle()));
    }

    /** Watch, severity, who published it when, and how many others did. */
    static String details(Alert alert) {
        List<String> details = new ArrayList<>();
        details.add(Texts.line(alert.getWatchName()));
        details.add("severity " + Texts.lower(alert.getSeverity()));
        if (alert.getSource() != null) {
            details.add(Texts.line(alert.getSource()));
        }
        details.add(Texts.time(alert.getPublishedAt()));
        if (alert.getArticleCount() > 1) {
            details.add(alert.getArticleCount() + " reports");
        }
        if (alert.getSources().size() > 1) {
            details.add(alert.getSources().size() + " sources");
        }
        return String.join(" · ", details);
    }

    /** Who published a related headline, to stand behind it. */
    static String source(@Nullable String source) {
        return source == null ? "" : " (" + Texts.line(source) + ")";
    }
}
