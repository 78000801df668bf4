package io.geowire.standalone.registry;

import com.sun.net.httpserver.HttpServer;
import io.geowire.service.ConfigurationException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The embedded schema registry, at a URL on loopback. */
public final class RegistryServer implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int THREADS = 8;

    private final HttpServer http;
    private final ExecutorService workers;
    private final Registry registry;

    private RegistryServer(HttpServer http, ExecutorService workers, Registry registry) {
        this.http = http;
        this.workers = workers;
        this.registry = registry;
    }

    /**
     * Reads what an earlier server kept in the topic {@code news.schemas.v1}, and serves.
     *
     * @param bootstrapServers the broker that holds the topic
     * @param port 0 for any free one
     * @throws ConfigurationException if the port cannot be listened on
     * @throws StorageException if the topic cannot be read or holds something else
     */
    public static RegistryServer start(String bootstrapServers, int port) {
        HttpServer http = bind(port);
        Registry registry;
        try {
            registry = new Registry(bootstrapServers);
        } catch (RuntimeException e) {
            http.stop(0);
            throw e;
        }
        ExecutorService workers = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "geowire-registry");
            thread.setDaemon(true);
            return thread;
        });
        http.setExecutor(workers);
        http.createContext("/", new RestHandler(new Api(registry).router()));
        http.start();
        return new RegistryServer(http, workers, registry);
    }

    private static HttpServer bind(int port) {
        // The server writes head and body of an answer apart. With Nagle's algorithm the body waits 40 ms.
        System.getProperties().putIfAbsent("sun.net.httpserver.nodelay", "true");
        // Seconds after which a request that does not end is dropped, so that it does not hold a worker for good.
        System.getProperties().putIfAbsent("sun.net.httpserver.maxReqTime", "30");
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigurationException(
                    "the schema registry cannot listen on %s:%d: %s".formatted(HOST, port, e.getMessage()));
        }
    }

    /** Where clients reach it, as {@code http://127.0.0.1:PORT}. */
    public String url() {
        return "http://%s:%d".formatted(HOST, http.getAddress().getPort());
    }

    @Override
    public void close() {
        http.stop(0);
        workers.shutdown();
        registry.close();
    }
}
