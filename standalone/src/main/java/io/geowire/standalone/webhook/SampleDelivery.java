package io.geowire.standalone.webhook;

import io.geowire.alerts.delivery.Message;
import io.geowire.alerts.delivery.Receiver;
import io.geowire.alerts.delivery.Redaction;
import io.geowire.alerts.delivery.Signatures;
import io.geowire.alerts.delivery.format.Messages;
import io.geowire.events.Alert;
import io.geowire.events.Match;
import io.geowire.events.Severity;
import io.geowire.events.TextField;
import io.geowire.events.TextSpan;
import io.geowire.service.net.OutboundException;
import io.geowire.service.net.OutboundHttp;
import io.geowire.service.net.OutboundRequest;
import io.geowire.service.net.OutboundResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One alert made up for a test, sent as a real one would be. */
public final class SampleDelivery {
    private static final int MAX_RESPONSE = 2_000;
    private static final int SHOWN = 300;
    private static final String TITLE = "Geowire can reach this receiver";
    private static final String WORDS = "reach this receiver";

    private final OutboundHttp http;

    public SampleDelivery(OutboundHttp http) {
        this.http = http;
    }

    /**
     * What became of it.
     *
     * @param accepted whether the receiver answered with a status of 200 to 299
     * @param text in one line, without secrets
     */
    public record Outcome(boolean accepted, String text) {}

    /**
     * Sends one alert, once.
     *
     * @param alertId of that alert; an id that was sent before makes a double
     */
    public Outcome send(Receiver receiver, String alertId, Instant now) {
        Message message = Messages.render(receiver, alert(alertId, now));
        Map<String, String> headers = new LinkedHashMap<>(Signatures.headers(receiver, message, now));
        headers.put("Content-Type", message.contentType());
        long start = System.nanoTime();
        try {
            OutboundResponse response = http.send(new OutboundRequest(
                    "POST",
                    receiver.url(),
                    headers,
                    message.body(),
                    receiver.timeout(),
                    MAX_RESPONSE,
                    receiver.allowPrivate()));
            boolean accepted = response.status() / 100 == 2;
            String body = new String(response.body(), StandardCharsets.UTF_8).strip();
            String says = accepted || body.isEmpty() ? "" : ": " + cut(Redaction.text(receiver, body));
            return new Outcome(accepted, "HTTP %d after %s%s".formatted(response.status(), since(start), says));
        } catch (OutboundException e) {
            return new Outcome(
                    false,
                    "no answer after %s: %s"
                            .formatted(since(start), Redaction.text(receiver, String.valueOf(e.getMessage()))));
        }
    }

    private static String since(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms";
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
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
