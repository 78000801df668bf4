package io.geowire.standalone.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;

/** A receiver that keeps the ids of what it gets. */
public final class Hook implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "hook");
        thread.setDaemon(true);
        return thread;
    });
    private final List<String> ids = new CopyOnWriteArrayList<>();
    private volatile ToIntFunction<String> script = id -> 200;

    public Hook() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::take);
        server.start();
    }

    /** Which status to answer to an id from now on. It is asked once a request; an id answered with 2xx is accepted. */
    public Hook answering(ToIntFunction<String> status) {
        script = status;
        return this;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    /** What was accepted, in that order. */
    public List<String> accepted() {
        return List.copyOf(ids);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            exchange.getRequestBody().readAllBytes();
            int status = script.applyAsInt(id);
            if (status / 100 == 2) {
                ids.add(id);
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
