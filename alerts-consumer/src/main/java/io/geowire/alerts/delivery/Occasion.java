package io.geowire.alerts.delivery;

import io.geowire.events.Alert;
import java.util.Locale;

/** Why a receiver is told of an alert. */
public enum Occasion {
    /** The alert is new: its revision is 1, or the first that is no back-fill. */
    RAISED,

    /** A further report of the story came in. */
    UPDATED;

    /** What a revision of an alert is. */
    public static Occasion of(Alert alert) {
        return alert.getRevision() <= Math.max(1, alert.getRaisedRevision()) ? RAISED : UPDATED;
    }

    /** As written in {@code receivers.yaml} and in bodies: {@code raised}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
