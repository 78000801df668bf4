package io.geowire.standalone.webhook;

import io.geowire.alerts.delivery.Receiver;
import io.geowire.alerts.delivery.Verdict;
import io.geowire.alerts.delivery.format.Messages;
import io.geowire.alerts.dispatch.Courier.Attempt;
import io.geowire.alerts.dispatch.HttpCourier;
import io.geowire.events.Alert;
import io.geowire.events.Match;
import io.geowire.events.Severity;
import io.geowire.events.TextField;
import io.geowire.events.TextSpan;
import io.geowire.service.net.OutboundHttp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** One alert made up for a test, sent once, as a real one would be. */
public final class SampleDelivery {
    private static final int SHOWN = 300;
    private static final String TITLE = "Geowire can reach this receiver";
    private static final String WORDS = "reach this receiver";

    private final OutboundHttp http;
    private final InstantSource clock;

    public SampleDelivery(OutboundHttp http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
    }

    /**
     * What became of it.
     *
     * @param accepted whether the receiver answered with a status of 200 to 299
     * @param text in one line, without secrets
     */
    public record Outcome(boolean accepted, String text) {}

    /** @param alertId of the alert that is sent; an id that was sent before makes a double */
    public Outcome send(Receiver receiver, String alertId) {
        long start = System.nanoTime();
        Attempt attempt = new HttpCourier(receiver, http, clock)
                .attempt(Messages.render(receiver, alert(alertId, clock.instant())));
        long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
        boolean accepted = attempt.verdict() instanceof Verdict.Delivered;
        if (attempt.status() == null) {
            return new Outcome(
                    accepted,
                    "no answer after %d ms: %s"
                            .formatted(took, attempt.verdict().reason()));
        }
        return new Outcome(
                accepted, "HTTP %d after %d ms%s".formatted(attempt.status(), took, says(attempt, accepted)));
    }

    private static String says(Attempt attempt, boolean accepted) {
        String says = attempt.excerpt() == null ? "" : attempt.excerpt().strip();
        if (accepted || says.isEmpty()) {
            return "";
        }
        return ": " + (says.length() <= SHOWN ? says : says.substring(0, SHOWN) + "…");
    }

    private static Alert alert(String alertId, Instant now) {
        int start = TITLE.indexOf(WORDS);
        return Alert.newBuilder()
                .setAlertId(alertId)
                .setRevision(1)
                .setWatchId("webhook-test")
                .setWatchName("Test of a receiver")
                .setWatchVersion("1")
                .setSeverity(Severity.LOW)
                .setStoryId(alertId)
                .setArticleId(alertId)
                .setTitle(TITLE)
                .setSource("Geowire")
                .setPublishedAt(now)
                .setMatches(List.of(new Match(
                        new TextSpan(TextField.TITLE, start, start + WORDS.length(), WORDS),
                        "\"" + WORDS + "\"",
                        TITLE,
                        0)))
                .setArticleIds(List.of(alertId))
                .setArticleCount(1)
                .setSources(List.of("Geowire"))
                .build();
    }
}
