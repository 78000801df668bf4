package io.geowire.alerts.dispatch;

import io.geowire.alerts.delivery.Message;
import io.geowire.alerts.delivery.Receiver;
import io.geowire.alerts.delivery.Redaction;
import io.geowire.alerts.delivery.Signatures;
import io.geowire.alerts.delivery.Verdict;
import io.geowire.service.net.OutboundException;
import io.geowire.service.net.OutboundHttp;
import io.geowire.service.net.OutboundRequest;
import io.geowire.service.net.OutboundResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes messages to a receiver over HTTP. */
final class HttpCourier implements Courier {
    /** Read of an answer; more than enough for what a person is shown of it. */
    private static final int MAX_ANSWER = 16_384;

    private static final int MAX_EXCERPT = 2_000;

    private final Receiver receiver;
    private final OutboundHttp http;
    private final InstantSource clock;

    /** @param http of this receiver alone, so that no other waits for its connections */
    HttpCourier(Receiver receiver, OutboundHttp http, InstantSource clock) {
        this.receiver = receiver;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public Attempt attempt(Message message) {
        Map<String, String> headers = new LinkedHashMap<>(Signatures.headers(receiver, message, clock.instant()));
        headers.put("Content-Type", message.contentType());
        try {
            OutboundResponse response = http.send(new OutboundRequest(
                    "POST",
                    receiver.url(),
                    headers,
                    message.body(),
                    receiver.timeout(),
                    MAX_ANSWER,
                    receiver.allowPrivate()));
            Verdict verdict =
                    Verdict.of(response.status(), response.header("retry-after").orElse(null), clock.millis());
            return new Attempt(verdict, response.status(), excerpt(response.body()));
        } catch (OutboundException e) {
            return new Attempt(verdict(e), null, null);
        }
    }

    private Verdict verdict(OutboundException e) {
        String reason = Redaction.text(receiver, String.valueOf(e.getMessage()));
        return switch (e.kind()) {
            // Not tried again: as a rule the configuration is wrong, and who may probe a network should not go on
            // probing.
            case REFUSED_ADDRESS -> new Verdict.Refused(reason);
            case UNRESOLVED, UNREACHABLE, TLS -> new Verdict.Retry(reason, null, false);
            case TIMEOUT, BROKEN -> new Verdict.Retry(reason, null, true);
        };
    }

    private String excerpt(byte[] body) {
        String text = Redaction.text(receiver, new String(body, StandardCharsets.UTF_8));
        return text.length() <= MAX_EXCERPT ? text : text.substring(0, MAX_EXCERPT);
    }
}
