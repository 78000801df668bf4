package io.geowire.standalone.registry;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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
    private static final int MAX_DISCARDED_BYTES = 16_000_000;

    private final Router router;

    RestHandler(Router router) {
        this.router = router;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                send(exchange, 200, answer(exchange));
            } catch (RegistryFault e) {
                send(exchange, e);
            } catch (StorageException e) {
                LOG.error("The schema registry's storage failed", e);
                send(exchange, RegistryFault.storage(String.valueOf(e.getMessage())));
            } catch (RuntimeException e) {
                LOG.error("The schema registry failed at {}", exchange.getRequestURI(), e);
                send(exchange, RegistryFault.http(500, "internal error, see the log"));
            }
        }
    }

    private Object answer(HttpExchange exchange) throws IOException {
        String body = body(exchange.getRequestBody());
        URI uri = exchange.getRequestURI();
        String path = uri.getRawPath();
        Router.Match match = router.match(exchange.getRequestMethod(), path == null ? "/" : path);
        if (!body.isEmpty()) {
            requireJson(exchange.getRequestHeaders().getFirst("Content-Type"));
        }
        return match.action().answer(new Request(match.path(), query(uri.getRawQuery()), body));
    }

    private static String body(InputStream stream) throws IOException {
        byte[] body = stream.readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            discard(stream);
            throw RegistryFault.http(413, "the body is longer than %d bytes".formatted(MAX_BODY_BYTES));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw RegistryFault.http(400, "the body is not UTF-8");
        }
    }

    /** Reads on for a while: a client listens to the answer only after it has sent all. */
    private static void discard(InputStream stream) throws IOException {
        byte[] buffer = new byte[1 << 16];
        int left = MAX_DISCARDED_BYTES;
        int read = 0;
        while (read >= 0 && left > 0) {
            read = stream.read(buffer);
            left -= read;
        }
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
            for (String parameter : raw.split("&", -1)) {
                String[] pair = parameter.split("=", 2);
                query.putIfAbsent(decode(pair[0]), pair.length == 2 ? decode(pair[1]) : "");
            }
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, RegistryFault fault) throws IOException {
        fault.headers().forEach(exchange.getResponseHeaders()::set);
        send(exchange, fault.status(), Views.fault(fault));
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
