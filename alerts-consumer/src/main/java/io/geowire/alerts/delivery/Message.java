package io.geowire.alerts.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An alert as it is sent to a receiver, rendered once for all attempts.
 *
 * @param id the {@code webhook-id}: id and revision of the alert, without a full stop
 * @param contentType of the body
 * @param body JSON in UTF-8; not to be changed
 * @param headers that are the same for every attempt, without the content type
 */
@SuppressWarnings("ArrayRecordComponent") // Sent as it is; never compared.
public record Message(String id, String contentType, byte[] body, Map<String, String> headers) {
    public Message {
        headers = Map.copyOf(headers);
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
