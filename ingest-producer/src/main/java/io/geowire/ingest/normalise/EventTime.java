package io.geowire.ingest.normalise;

import io.geowire.events.DateProvenance;
import io.geowire.ingest.item.Printable;
import io.geowire.ingest.item.RawDate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When an item was published, as far as it can be believed. A date after {@link #MAX_AHEAD} from now would move the
 * streams' time and expire what is still needed; one before 1970 says only that somebody's clock or field was unset.
 *
 * @param at in milliseconds, never more than {@link #MAX_AHEAD} after the item was read
 * @param provenance where {@code at} comes from
 * @param doubt why the declared date was not believed; null if it was, or if there is none
 */
record EventTime(
        Instant at, DateProvenance provenance, @Nullable String doubt) {
    static final Duration MAX_AHEAD = Duration.ofHours(1);

    /** The declared date, if it can be believed. */
    Optional<Instant> declared() {
        return provenance == DateProvenance.DECLARED ? Optional.of(at) : Optional.empty();
    }

    static EventTime of(@Nullable RawDate declared, Arrival arrival) {
        if (declared == null) {
            Instant modified = arrival.modified();
            return modified != null && isCredible(modified, arrival.now())
                    ? believed(modified, DateProvenance.FILE)
                    : fetched(arrival, null);
        }
        Optional<Instant> date = Dates.parse(declared);
        if (date.isEmpty()) {
            return fetched(arrival, "%s is no date that can be read".formatted(Printable.quote(declared.text())));
        }
        return isCredible(date.get(), arrival.now())
                ? believed(date.get(), DateProvenance.DECLARED)
                : fetched(
                        arrival,
                        "%s is %s"
                                .formatted(
                                        Printable.quote(declared.text()),
                                        date.get().isAfter(arrival.now())
                                                ? "more than an hour ahead"
                                                : "not after 1970 began"));
    }

    private static boolean isCredible(Instant date, Instant now) {
        return date.isAfter(Instant.EPOCH) && !date.isAfter(now.plus(MAX_AHEAD));
    }

    private static EventTime believed(Instant date, DateProvenance provenance) {
        return new EventTime(date.truncatedTo(ChronoUnit.MILLIS), provenance, null);
    }

    private static EventTime fetched(Arrival arrival, @Nullable String doubt) {
        return new EventTime(arrival.now().truncatedTo(ChronoUnit.MILLIS), DateProvenance.FETCHED, doubt);
    }
}
