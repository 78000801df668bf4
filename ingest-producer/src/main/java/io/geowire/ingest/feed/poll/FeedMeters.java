package io.geowire.ingest.feed.poll;

import io.geowire.events.FeedHealth;
import io.geowire.ingest.feed.Answer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** What polling counts. */
final class FeedMeters {
    private final MeterRegistry meters;

    /** @param feeds how many feeds of this instance fare how */
    FeedMeters(MeterRegistry meters, Supplier<Map<FeedHealth, Long>> feeds) {
        this.meters = meters;
        for (FeedHealth health : FeedHealth.values()) {
            Gauge.builder("geowire.ingest.feeds", () -> feeds.get().getOrDefault(health, 0L))
                    .description("Feeds that this instance polls, by how they fare")
                    .tag("health", label(health))
                    .register(meters);
        }
    }

    void polled(Answer answer, Duration time) {
        String outcome = answer instanceof Answer.Document
                ? "document"
                : answer instanceof Answer.NotModified
                        ? "not-modified"
                        : answer instanceof Answer.Gone ? "gone" : "failed";
        Timer.builder("geowire.ingest.polls")
                .description("Polls of feeds, by their outcome")
                .tag("outcome", outcome)
                .register(meters)
                .record(time);
    }

    /** Never polled is UNKNOWN in the state. */
    static String label(FeedHealth health) {
        return health == FeedHealth.UNKNOWN
                ? "new"
                : health.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
