package io.geowire.alerts.alert;

import io.geowire.alerts.alert.Decision.Raise;
import io.geowire.alerts.alert.Decision.Reason;
import io.geowire.alerts.alert.Decision.Suppress;
import io.geowire.alerts.alert.Decision.Update;

/**
 * One alert per watch and story; further reports update it. An alert that is known from back-fill alone is raised anew by the
 * first report that is none: only now is anybody told.
 */
public final class AlertPolicy {
    private AlertPolicy() {}

    /** Decides on a sighting, given what is known of its watch and story. */
    public static Decision decide(Sighting sighting, AlertState known) {
        AlertState state = known.with(sighting);
        if (state.isRaised()) {
            if (!sighting.backfill() && !state.isTold()) {
                return new Raise(state.nextRevision(false));
            }
            return sighting.counted()
                    ? new Suppress(Reason.ALREADY_COUNTED, state)
                    : new Update(state.nextRevision(sighting.backfill()));
        }
        // An article of an unnamed source is one source that nobody can tell from another.
        if (Math.max(1, state.sources().size()) < sighting.minSources()) {
            return new Suppress(Reason.TOO_FEW_SOURCES, state);
        }
        return new Raise(state.nextRevision(sighting.backfill()));
    }
}
