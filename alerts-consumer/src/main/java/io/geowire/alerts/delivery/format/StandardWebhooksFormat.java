package io.geowire.alerts.delivery.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.geowire.events.Alert;

/** Standard Webhooks 1.0.0: type, time of the event, data; below 20 kB. */
final class StandardWebhooksFormat implements BodyFormat {
    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public int maxBytes() {
        return 20_000;
    }

    @Override
    public JsonNode body(Alert alert, boolean cut) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", AlertData.type(alert))
                .put("timestamp", Texts.time(alert.getPublishedAt()))
                .set("data", AlertData.of(alert, cut));
    }
}
