package io.geowire.alerts.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.geowire.events.Severity;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code GET /v1/alerts?limit=&severity=&watch=}: the freshest alerts as JSON, newest first. */
final class AlertsHandler implements HttpHandler {
    static final String PATH = "/v1/alerts";

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNAVAILABLE = 503;
    private static final Set<String> SEVERITIES = Arrays.stream(Severity.values())
            .filter(severity -> severity != Severity.UNKNOWN)
            .map(AlertView::name)
            .collect(Collectors.toUnmodifiableSet());
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AlertFeed feed;

    AlertsHandler(AlertFeed feed) {
        this.feed = feed;
    }

    /** The answer. */
    record Page(List<AlertView> alerts) {}

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!feed.ready()) {
                exchange.getResponseHeaders().set("Retry-After", "1");
                send(exchange, UNAVAILABLE, Map.of("error", "the alerts are still being read"));
                return;
            }
            QueryParameters parameters;
            FreshAlerts.Filter filter;
            int limit;
            try {
                parameters = QueryParameters.parse(
                        exchange.getRequestURI().getRawQuery(), Set.of("limit", "severity", "watch"));
                limit = parameters.integer("limit", DEFAULT_LIMIT, MAX_LIMIT);
                filter = new FreshAlerts.Filter(
                        parameters.words("severity", SEVERITIES),
                        parameters.find("watch").orElse(null));
            } catch (IllegalArgumentException e) {
                send(exchange, BAD_REQUEST, Map.of("error", String.valueOf(e.getMessage())));
                return;
            }
            send(exchange, OK, new Page(feed.newest(limit, filter)));
        }
    }

    private static void send(HttpExchange exchange, int status, Object value) throws IOException {
        byte[] body = JSON.writeValueAsBytes(value);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
