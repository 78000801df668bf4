package io.geowire.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpEndpointTest {
    private final StubService service = new StubService();
    private final Metrics metrics = Metrics.create("test-app");
    private final HttpEndpoint endpoint =
            HttpEndpoint.start(new HttpConfig("127.0.0.1", 0), metrics, Map.of("test-app", service));

    @AfterEach
    void close() {
        endpoint.close();
        metrics.close();
    }

    @Test
    void metricsAreInPrometheusTextFormatWithTheApplicationAsTag() throws Exception {
        metrics.registry().counter("geowire.test.things", "outcome", "fine").increment();

        HttpResponse<String> response = get("/metrics");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
        assertThat(response.body())
                .contains("geowire_test_things_total{application=\"test-app\",outcome=\"fine\"} 1.0")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void readinessFollowsTheService() throws Exception {
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);

        service.ready = true;

        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").body()).isEqualTo("test-app: up\n");
    }

    @Test
    void failedServiceIsNotLive() throws Exception {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);

        service.failure.completeExceptionally(new IllegalStateException("broken"));

        assertThat(get("/health/live").statusCode()).isEqualTo(503);
        assertThat(get("/health/live").body()).isEqualTo("test-app: down\n");
    }

    @Test
    void otherPathsAndMethodsAreRefused() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(404);
        HttpRequest post = HttpRequest.newBuilder(URI.create(endpoint.url() + "/metrics"))
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(post, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void routeOfAServiceIsServedBesideTheOthers() throws Exception {
        endpoint.serve(List.of(new HttpRoute("POST", "/v1/things", exchange -> {
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        })));

        HttpRequest post = HttpRequest.newBuilder(URI.create(endpoint.url() + "/v1/things?x=1"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(post, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(202);
        assertThat(get("/v1/things").statusCode()).isEqualTo(405);
        assertThat(get("/v1/things").headers().firstValue("Allow")).hasValue("POST");
        assertThat(get("/v1/things/1").statusCode()).isEqualTo(404);
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void takenPortIsAConfigurationFaultThatNamesIt() {
        int port = URI.create(endpoint.url()).getPort();

        assertThatThrownBy(() -> HttpEndpoint.start(new HttpConfig("127.0.0.1", port), metrics, Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("127.0.0.1:" + port);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(endpoint.url() + path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
