package io.geowire.standalone.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.geowire.alerts.delivery.Signatures;
import io.geowire.alerts.delivery.SigningSecret;
import io.geowire.service.ConfigurationException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A receiver on the loopback address. It takes deliveries at any path, verifies each and hands it on: 204 if the signature is
 * valid, 401 if not, 400 if it has no id or time or is no JSON, 413 if it is too long.
 */
public final class WebhookListener implements AutoCloseable {
    static final int MAX_BODY = 1_000_000;
    private static final int MAX_REMEMBERED = 10_000;
    private static final int WORKERS = 8;

    private static final int NO_CONTENT = 204;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int TOO_LARGE = 413;

    private final List<SigningSecret> secrets;
    private final InstantSource time;
    private final DeliveryPrinter printer;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, task -> {
        Thread thread = new Thread(task, "geowire-webhook");
        thread.setDaemon(true);
        return thread;
    });

    /** Ids of valid deliveries, the oldest forgotten first. */
    private final Set<String> seen = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MAX_REMEMBERED;
        }
    });

    private WebhookListener(
            HttpServer server, List<SigningSecret> secrets, InstantSource time, DeliveryPrinter printer) {
        this.server = server;
        this.secrets = List.copyOf(secrets);
        this.time = time;
        this.printer = printer;
    }

    /**
     * Listens from now on.
     *
     * @param port 0 for any that is free
     * @param secrets of which a signature must be
     * @param time now, by which the age of a delivery is told
     * @param printer is told of each delivery, one after the other
     * @throws ConfigurationException if the port is taken
     */
    public static WebhookListener start(
            int port, List<SigningSecret> secrets, InstantSource time, DeliveryPrinter printer) {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new ConfigurationException("--port: cannot listen on %d: %s".formatted(port, e.getMessage()));
        }
        WebhookListener listener = new WebhookListener(server, secrets, time, printer);
        server.setExecutor(listener.workers);
        server.createContext("/", listener::handle);
        server.start();
        return listener;
    }

    /** Where it listens. */
    public String url() {
        return "http://%s:%d/"
                .formatted(
                        server.getAddress().getAddress().getHostAddress(),
                        server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.getResponseHeaders().set("Allow", "POST");
                answer(exchange, METHOD_NOT_ALLOWED, "only POST is allowed");
                return;
            }
            byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
            if (body.length > MAX_BODY) {
                answer(exchange, TOO_LARGE, "the body has more than " + MAX_BODY + " bytes");
                return;
            }
            take(exchange, body);
        }
    }

    private void take(HttpExchange exchange, byte[] body) throws IOException {
        String id = exchange.getRequestHeaders().getFirst(Signatures.ID);
        String timestamp = exchange.getRequestHeaders().getFirst(Signatures.TIMESTAMP);
        Optional<Notice> notice = Notice.read(body);
        Optional<String> fault = Signatures.fault(
                secrets,
                id,
                timestamp,
                exchange.getRequestHeaders().getFirst(Signatures.SIGNATURE),
                body,
                time.instant());
        if (id == null || timestamp == null) {
            answer(exchange, BAD_REQUEST, fault.orElse(""));
        } else if (notice.isEmpty()) {
            answer(exchange, fault.isPresent() ? UNAUTHORIZED : BAD_REQUEST, fault.orElse("the body is no JSON"));
        } else {
            report(id, fault, notice.get());
            answer(exchange, fault.isPresent() ? UNAUTHORIZED : NO_CONTENT, fault.orElse(""));
        }
    }

    /** Deliveries come at once from several threads; each is told whole. */
    private synchronized void report(String id, Optional<String> fault, Notice notice) {
        boolean again = fault.isEmpty() && !seen.add(id);
        printer.print(time.instant(), id, fault, again, notice);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = status == NO_CONTENT ? new byte[0] : (text + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
