package io.geowire.standalone.registry;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads requests with their limits, and writes what the actions answer, or why they do not, as JSON. */
final class RestHandler implements HttpHandler {
    static final int MAX_BODY_BYTES = 1_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(RestHandler.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final Set<String> ACCEPTED =
            Set.of(CONTENT_TYPE, "application/vnd.schemaregistry+json", "application/json", "application/octet-stream");
    /** What is read of a body that is too long, so that the client has sent it before it is told. */
    private static final int MAX_DISCARDED_BYTES = 16_000_000;

    private final Router router;

    RestHandler(Router router) {
        this.router = router;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            int status = 200;
            Object answer;
            try {
                answer = answer(exchange);
            } catch (RegistryFault e) {
                status = e.status();
                answer = Views.fault(e);
            } catch (StorageException e) {
                LOG.error("The schema registry's storage failed", e);
                RegistryFault fault = RegistryFault.storage(String.valueOf(e.getMessage()));
                status = fault.status();
                answer = Views.fault(fault);
            } catch (RuntimeException e) {
                LOG.error(
                        "The schema registry failed at {} {}",
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        e);
                RegistryFault fault = RegistryFault.http(500, "internal error, see the log");
                status = fault.status();
                answer = Views.fault(fault);
            }
            send(exchange, status, answer);
        }
    }

    private Object answer(HttpExchange exchange) throws IOException {
        byte[] body = body(exchange);
        URI uri = exchange.getRequestURI();
        String path = uri.getRawPath();
        Router.Match match = router.match(exchange.getRequestMethod(), path == null ? "/" : path);
        if (body.length > 0) {
            requireJson(exchange.getRequestHeaders().getFirst("Content-Type"));
        }
        return match.action().answer(new Request(match.path(), query(uri.getRawQuery()), body));
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        InputStream stream = exchange.getRequestBody();
        byte[] body = stream.readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            stream.skip(MAX_DISCARDED_BYTES);
            throw RegistryFault.http(413, "the body is longer than %d bytes".formatted(MAX_BODY_BYTES));
        }
        return body;
    }

    private static void requireJson(@Nullable String contentType) {
        if (contentType == null) {
            return;
        }
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!ACCEPTED.contains(type)) {
            throw RegistryFault.http(415, "HTTP 415 Unsupported Media Type: use " + CONTENT_TYPE);
        }
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        if (raw != null) {
            for (String parameter : raw.split("&")) {
                String[] pair = parameter.split("=", 2);
                query.putIfAbsent(decode(pair[0]), pair.length == 2 ? decode(pair[1]) : "");
            }
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, Object answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }
}
