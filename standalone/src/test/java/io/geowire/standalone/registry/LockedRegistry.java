package io.geowire.standalone.registry;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.geowire.standalone.broker.Certificates;
import io.geowire.standalone.broker.EmbeddedBroker;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** The embedded registry behind a gate that speaks TLS and demands a user and a password, as a proxy before a registry does. */
public final class LockedRegistry implements AutoCloseable {
    private final EmbeddedBroker broker;
    private final RegistryServer registry;
    private final HttpsServer gate;
    private final HttpClient client = HttpClient.newHttpClient();

    /** @param folder where the registry keeps its schemas */
    public LockedRegistry(Path folder, Certificates certificates, String user, String password) throws Exception {
        broker = EmbeddedBroker.start(folder, 0);
        registry = RegistryServer.start(broker.bootstrapServers(), 0);
        gate = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        gate.setHttpsConfigurator(new HttpsConfigurator(certificates.context()));
        gate.createContext("/", this::forward).setAuthenticator(new BasicAuthenticator("registry") {
            @Override
            public boolean checkCredentials(String givenUser, String givenPassword) {
                return givenUser.equals(user) && givenPassword.equals(password);
            }
        });
        gate.start();
    }

    public String url() {
        return "https://127.0.0.1:" + gate.getAddress().getPort();
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(registry.url() + exchange.getRequestURI()))
                    .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            if (type != null) {
                request.header("Content-Type", type);
            }
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        gate.stop(0);
        registry.close();
        broker.close();
    }
}
