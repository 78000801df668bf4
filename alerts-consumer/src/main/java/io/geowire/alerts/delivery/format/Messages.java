package io.geowire.alerts.delivery.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.geowire.alerts.delivery.Message;
import io.geowire.alerts.delivery.Receiver;
import io.geowire.events.Alert;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/** Renders alerts for receivers. */
public final class Messages {
    /** Fit for a header, and without a full stop, which parts the signed text. */
    private static final Pattern PLAIN_ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    private Messages() {}

    /** The same receiver and alert give the same message, byte for byte. */
    public static Message render(Receiver receiver, Alert alert) {
        String id = id(alert);
        BodyFormat format = switch (receiver.format()) {
            case STANDARD_WEBHOOKS -> new StandardWebhooksFormat();
            case CLOUDEVENTS -> new CloudEventsFormat(id);
            case SLACK -> new SlackFormat();
            case TEAMS -> new TeamsFormat();
            case ALERTMANAGER -> new AlertmanagerFormat(id);
        };
        return new Message(id, format.contentType(), fitting(format, alert), Map.of());
    }

    /** The {@code webhook-id} of an alert: its id and revision, or a hash of the id if that cannot stand in a header. */
    public static String id(Alert alert) {
        String id = alert.getAlertId();
        return (PLAIN_ID.matcher(id).matches() ? id : hash(id)) + "-" + alert.getRevision();
    }

    /** The body that holds the most and is inside the limits. */
    private static byte[] fitting(BodyFormat format, Alert alert) {
        byte[] body = {};
        for (Excerpt excerpt : Excerpt.LONGEST_FIRST) {
            Alert shown = excerpt.of(alert);
            JsonNode json = format.body(shown, !shown.equals(alert));
            body = json.toString().getBytes(StandardCharsets.UTF_8);
            if (body.length < format.maxBytes() && format.accepts(json)) {
                return body;
            }
        }
        throw new IllegalStateException("the shortest body has " + body.length + " bytes");
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
