package io.geowire.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /metrics} in Prometheus' text format, {@code GET /health/live} and {@code GET /health/ready}: 200 if all
 * services are, 503 if not, with a line a service. Services may add routes of their own.
 */
public final class HttpEndpoint implements AutoCloseable {
    /** Requests worked on at once. A service that lets its callers wait must keep well below, so that health is still told. */
    public static final int WORKERS = 64;

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int FAILED = 500;
    private static final int UNAVAILABLE = 503;
    private static final int IDLE_SECONDS = 30;
    private static final String GET = "GET";
    private static final String TEXT = "text/plain; charset=utf-8";

    private static final Logger LOG = LoggerFactory.getLogger(HttpEndpoint.class);

    private final HttpServer server;
    private final ExecutorService workers;

    /** By path, then by method. */
    private final Map<String, Map<String, HttpHandler>> routes = new ConcurrentSkipListMap<>();

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
        HttpLimits.apply();
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(config.host(), config.port()), 0);
        } catch (IOException | RuntimeException e) {
            throw new ConfigurationException(
                    "geowire.http: cannot listen on %s:%d: %s".formatted(config.host(), config.port(), e.getMessage()));
        }
        ThreadPoolExecutor workers = new ThreadPoolExecutor(
                WORKERS, WORKERS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "geowire-http");
                    thread.setDaemon(true);
                    return thread;
                });
        workers.allowCoreThreadTimeOut(true);
        server.setExecutor(workers);
        HttpEndpoint endpoint = new HttpEndpoint(server, workers);
        endpoint.serve(
                new HttpRoute(GET, "/metrics", exchange -> send(exchange, OK, Metrics.CONTENT_TYPE, metrics.scrape())));
        endpoint.serve(new HttpRoute(GET, "/health/live", exchange -> health(exchange, services, Service::live)));
        endpoint.serve(new HttpRoute(GET, "/health/ready", exchange -> health(exchange, services, Service::ready)));
        server.createContext("/", endpoint::dispatch);
        server.start();
        return endpoint;
    }

    /** From now on answers these too. */
    public void serve(Collection<HttpRoute> added) {
        added.forEach(this::serve);
    }

    private void serve(HttpRoute route) {
        routes.computeIfAbsent(route.path(), path -> new ConcurrentSkipListMap<>())
                .put(route.method(), route.handler());
    }

    /** The address it is bound to, such as {@code http://127.0.0.1:9401}. */
    public String url() {
        InetSocketAddress address = server.getAddress();
        return "http://%s:%d".formatted(address.getHostString(), address.getPort());
    }

    /** Breaks off what is under way: a service that has answers to give is closed before this. */
    @Override
    public void close() {
        server.stop(0);
        workers.shutdown();
    }

    private void dispatch(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, HttpHandler> methods =
                    routes.get(exchange.getRequestURI().getPath());
            if (methods == null) {
                send(exchange, NOT_FOUND, TEXT, String.join(", ", routes.keySet()) + "\n");
                return;
            }
            HttpHandler handler = methods.get(exchange.getRequestMethod());
            if (handler == null) {
                String allowed = String.join(", ", methods.keySet());
                exchange.getResponseHeaders().set("Allow", allowed);
                send(exchange, METHOD_NOT_ALLOWED, TEXT, "only " + allowed + " is allowed\n");
                return;
            }
            handler.handle(exchange);
        } catch (RuntimeException e) {
            // The server would only close the connection and say nothing of it.
            LOG.error(
                    "{} {} failed",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    e);
            if (exchange.getResponseCode() < 0) {
                send(exchange, FAILED, TEXT, "the request failed; the log of the process says why\n");
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
