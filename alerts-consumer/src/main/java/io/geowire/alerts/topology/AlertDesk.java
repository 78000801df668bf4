package io.geowire.alerts.topology;

import io.geowire.alerts.AlertsMetrics;
import io.geowire.alerts.alert.AlertId;
import io.geowire.alerts.alert.AlertPolicy;
import io.geowire.alerts.alert.AlertState;
import io.geowire.alerts.alert.Decision;
import io.geowire.alerts.alert.Sighting;
import io.geowire.events.Alert;
import java.time.Instant;
import java.util.Optional;

/** Decides what becomes of an article's match, by what the book has of its watch. */
final class AlertDesk {
    private final AlertBook book;
    private final AlertsMetrics metrics;

    AlertDesk(AlertBook book, AlertsMetrics metrics) {
        this.book = book;
        this.metrics = metrics;
    }

    /**
     * Decides and writes it down.
     *
     * @param alone the alert that the article would raise if it were the first of its story
     * @return the alert that is raised or updated; empty if nobody is told
     */
    Optional<Alert> decide(Alert alone, Instant eventTime) {
        String storyId = book.storyOf(alone).orElse(alone.getStoryId());
        String alertKey = AlertBook.key(alone.getWatchId(), storyId);
        Sighting sighting = new Sighting(
                alone.getArticleId(),
                book.isCounted(alone.getWatchId(), alone.getArticleId()),
                alone.getSources(),
                alone.getMinSources(),
                alone.getBackfill());

        Decision decision = AlertPolicy.decide(sighting, book.state(alertKey));
        book.save(alone, storyId, decision.state(), eventTime);
        metrics.decided(decision);
        if (decision instanceof Decision.Raise) {
            book.raise(alertKey, alone);
            metrics.raised(alone.getWatchId(), alone.getSeverity());
        }
        if (decision instanceof Decision.Suppress) {
            return Optional.empty();
        }
        Alert raised = book.raised(alertKey).orElse(alone);
        return Optional.of(alert(raised, alone, storyId, decision.state()));
    }

    /** What raised the alert, with the watch as it is now and all that is known of the story. */
    private static Alert alert(Alert raised, Alert now, String storyId, AlertState state) {
        return Alert.newBuilder(raised)
                .setAlertId(AlertId.of(now.getWatchId(), now.getWatchVersion(), storyId, state.revision()))
                .setRevision(state.revision())
                .setWatchName(now.getWatchName())
                .setWatchVersion(now.getWatchVersion())
                .setSeverity(now.getSeverity())
                .setMinSources(now.getMinSources())
                .setReceivers(now.getReceivers())
                .setStoryId(storyId)
                .setArticleIds(state.articleIds())
                .setArticleCount(state.articleCount())
                .setSources(state.sources())
                .setBackfill(now.getBackfill())
                .setRaisedRevision(state.raisedRevision())
                .build();
    }
}
