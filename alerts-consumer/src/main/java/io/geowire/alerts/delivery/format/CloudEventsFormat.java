package io.geowire.alerts.delivery.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.geowire.events.Alert;

/** CloudEvents 1.0 in the structured mode of the HTTP binding. Below 64 kB, which every intermediary has to pass on. */
final class CloudEventsFormat implements BodyFormat {
    private final String id;

    CloudEventsFormat(String id) {
        this.id = id;
    }

    @Override
    public String contentType() {
        return "application/cloudevents+json; charset=utf-8";
    }

    @Override
    public int maxBytes() {
        return 64_000;
    }

    @Override
    public JsonNode body(Alert alert, boolean cut) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", "urn:geowire:alerts")
                .put("type", "io.geowire." + AlertData.type(alert))
                .put("subject", alert.getWatchId() + "/" + alert.getStoryId())
                .put("time", Texts.time(alert.getPublishedAt()))
                .put("datacontenttype", "application/json")
                .set("data", AlertData.of(alert, cut));
    }
}
