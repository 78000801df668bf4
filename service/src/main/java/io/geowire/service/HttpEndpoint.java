package io.geowire.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * {@code GET /metrics} in Prometheus' text format, {@code GET /health/live} and {@code GET /health/ready}: 200 if all
 * services are, 503 if not, with a line a service.
 */
public final class HttpEndpoint implements AutoCloseable {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNAVAILABLE = 503;
    private static final String TEXT = "text/plain; charset=utf-8";

    private final HttpServer server;
    private final ExecutorService workers;

    private HttpEndpoint(HttpServer server, ExecutorService workers) {
        this.server = server;
        this.workers = workers;
    }

    /**
     * Binds and serves.
     *
     * @param services by name
     * @throws ConfigurationException if the address cannot be bound to
     */
    public static HttpEndpoint start(HttpConfig config, Metrics metrics, Map<String, Service> services) {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(config.host(), config.port()), 0);
        } catch (IOException | RuntimeException e) {
            throw new ConfigurationException(
                    "geowire.http: cannot listen on %s:%d: %s".formatted(config.host(), config.port(), e.getMessage()));
        }
        ExecutorService workers = Executors.newFixedThreadPool(2, task -> {
            Thread thread = new Thread(task, "geowire-http");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(workers);
        server.createContext("/", exchange -> respond(exchange, metrics, services));
        server.start();
        return new HttpEndpoint(server, workers);
    }

    /** The address it is bound to, such as {@code http://127.0.0.1:9401}. */
    public String url() {
        InetSocketAddress address = server.getAddress();
        return "http://%s:%d".formatted(address.getHostString(), address.getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdown();
    }

    private static void respond(HttpExchange exchange, Metrics metrics, Map<String, Service> services)
            throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                send(exchange, METHOD_NOT_ALLOWED, TEXT, "only GET is allowed\n");
                return;
            }
            switch (exchange.getRequestURI().getPath()) {
                case "/metrics" -> send(exchange, OK, Metrics.CONTENT_TYPE, metrics.scrape());
                case "/health/live" -> health(exchange, services, Service::live);
                case "/health/ready" -> health(exchange, services, Service::ready);
                default -> send(exchange, NOT_FOUND, TEXT, "/metrics, /health/live, /health/ready\n");
            }
        }
    }

    private static void health(HttpExchange exchange, Map<String, Service> services, Predicate<Service> well)
            throws IOException {
        boolean all = true;
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, Service> entry : new TreeMap<>(services).entrySet()) {
            boolean one = well.test(entry.getValue());
            all &= one;
            lines.append(entry.getKey()).append(one ? ": up\n" : ": down\n");
        }
        send(exchange, all ? OK : UNAVAILABLE, TEXT, lines.toString());
    }

    private static void send(HttpExchange exchange, int status, String contentType, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
