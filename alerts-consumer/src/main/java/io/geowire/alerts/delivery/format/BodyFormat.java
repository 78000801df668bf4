package io.geowire.alerts.delivery.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.geowire.events.Alert;

/** One way to write an alert. */
interface BodyFormat {
    String contentType();

    /** The body must have fewer bytes. */
    int maxBytes();

    /** @param cut whether the alert is shorter than it was, which the body has to say */
    JsonNode body(Alert alert, boolean cut);

    /** Whether a body is inside the limits that are not of the whole. */
    default boolean accepts(JsonNode body) {
        return true;
    }
}
