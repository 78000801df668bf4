package io.geowire.standalone.feeds;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves feeds from memory, with ETags, and remembers what it answered. */
public final class FeedServer implements AutoCloseable {
    /** Answers a request and says with which status. */
    public interface Answer {
        int to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Integer> statuses = new CopyOnWriteArrayList<>();

    public FeedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Serves a document under a path from now on; an unchanged one is not sent again. */
    public void put(String path, String document) {
        put(path, document.getBytes(StandardCharsets.UTF_8));
    }

    public void put(String path, byte[] document) {
        String etag = "\"" + Arrays.hashCode(document) + "\"";
        answer(path, exchange -> {
            exchange.getResponseHeaders().set("ETag", etag);
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return 304;
            }
            exchange.sendResponseHeaders(200, document.length == 0 ? -1 : document.length);
            exchange.getResponseBody().write(document);
            return 200;
        });
    }

    /** Answers a path so from now on. */
    public void answer(String path, Answer answer) {
        answers.put(path, answer);
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** How many requests have been answered with a status. */
    public long count(int status) {
        return statuses.stream().filter(each -> each == status).count();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            Answer answer = Objects.requireNonNullElse(answers.get(path), each -> {
                each.sendResponseHeaders(404, -1);
                return 404;
            });
            statuses.add(answer.to(exchange));
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
