package io.geowire.standalone.containers;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A webhook's end for a container: takes whatever is posted, and prints each body as a line. */
public final class HookReceiver {
    static final int PORT = 9099;

    private HookReceiver() {}

    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(PORT), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = exchange.getRequestBody().readAllBytes();
                System.out.println(new String(body, StandardCharsets.UTF_8).replace('\n', ' '));
                exchange.sendResponseHeaders(204, -1);
            }
        });
        server.start();
    }
}
