package io.geowire.standalone.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.geowire.alerts.delivery.Filter;
import io.geowire.alerts.delivery.Format;
import io.geowire.alerts.delivery.Message;
import io.geowire.alerts.delivery.Receiver;
import io.geowire.alerts.delivery.Signatures;
import io.geowire.alerts.delivery.SigningSecret;
import io.geowire.alerts.delivery.format.Messages;
import io.geowire.events.Alert;
import io.geowire.events.Match;
import io.geowire.events.Severity;
import io.geowire.events.TextField;
import io.geowire.events.TextSpan;
import io.geowire.service.ConfigurationException;
import io.geowire.service.net.OutboundHttp;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With real HTTP: what the listener answers and shows, and what a sample finds out about a receiver. */
class WebhookListenerTest {
    private static final Instant NOW = Instant.parse("2026-02-06T12:00:00Z");
    private static final SigningSecret SECRET = SigningSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final SigningSecret OTHER = SigningSecret.of("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD");

    private static final Alert ALERT = Alert.newBuilder()
            .setAlertId("0123456789abcdef0123456789abcdef")
            .setRevision(1)
            .setWatchId("new-start")
            .setWatchName("New START treaty")
            .setWatchVersion("1")
            .setSeverity(Severity.HIGH)
            .setStoryId("s")
            .setArticleId("a")
            .setTitle("Moscow offers New START limits")
            .setPublishedAt(NOW)
            .setMatches(List.of(new Match(
                    new TextSpan(TextField.TITLE, 14, 23, "New START"),
                    "New START",
                    "Moscow offers New START limits",
                    0)))
            .setArticleIds(List.of("a"))
            .setArticleCount(1)
            .setSources(List.of())
            .build();

    private final StringWriter shown = new StringWriter();
    private final HttpClient client = HttpClient.newHttpClient();
    private WebhookListener listener;

    @BeforeEach
    void listen() {
        listener = WebhookListener.start(
                0, List.of(SECRET), InstantSource.fixed(NOW), new DeliveryPrinter(new PrintWriter(shown)));
    }

    @AfterEach
    void close() {
        listener.close();
    }

    @Test
    void takesAndShowsADeliveryThatIsSigned() throws Exception {
        Receiver receiver = receiver(listener.url(), Format.STANDARD_WEBHOOKS, SECRET, false);
        Message message = Messages.render(receiver, ALERT);

        assertThat(post(message.body(), Signatures.headers(receiver, message, NOW))
                        .statusCode())
                .isEqualTo(204);
        assertThat(shown.toString())
                .startsWith("2026-02-06 12:00:00  alert.raised  " + message.id())
                .contains("signature valid")
                .contains(ALERT.getWatchName())
                .contains(ALERT.getTitle())
                .contains("“" + ALERT.getMatches().get(0).getSpan().getText() + "”")
                .doesNotContain("double");
    }

    @Test
    void marksADouble() throws Exception {
        Receiver receiver = receiver(listener.url(), Format.CLOUDEVENTS, SECRET, false);
        Message message = Messages.render(receiver, ALERT);

        post(message.body(), Signatures.headers(receiver, message, NOW));
        HttpResponse<String> second = post(message.body(), Signatures.headers(receiver, message, NOW.plusSeconds(5)));

        assertThat(second.statusCode()).isEqualTo(204);
        assertThat(shown.toString()).containsOnlyOnce("double    this webhook-id came before");
    }

    @Test
    void refusesAChangedByteAnotherSecretAndAnOldDelivery() throws Exception {
        Receiver receiver = receiver(listener.url(), Format.STANDARD_WEBHOOKS, SECRET, false);
        Message message = Messages.render(receiver, ALERT);
        byte[] changed = message.text().replace("raised", "Raised").getBytes(StandardCharsets.UTF_8);
        Receiver stranger = receiver(listener.url(), Format.STANDARD_WEBHOOKS, OTHER, false);

        assertThat(post(changed, Signatures.headers(receiver, message, NOW)).statusCode())
                .isEqualTo(401);
        assertThat(post(message.body(), Signatures.headers(stranger, message, NOW))
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> old =
                post(message.body(), Signatures.headers(receiver, message, NOW.minus(Duration.ofMinutes(6))));
        assertThat(old.statusCode()).isEqualTo(401);
        assertThat(old.body()).isEqualTo("webhook-timestamp is more than 5 minutes ago\n");
        assertThat(shown.toString()).contains("signature NOT VALID").doesNotContain("signature valid");
    }

    @Test
    void aDeliveryThatWasRefusedIsNoDoubleOfALaterOne() throws Exception {
        Receiver receiver = receiver(listener.url(), Format.STANDARD_WEBHOOKS, SECRET, false);
        Message message = Messages.render(receiver, ALERT);

        post("{}".getBytes(StandardCharsets.UTF_8), Signatures.headers(receiver, message, NOW));
        post(message.body(), Signatures.headers(receiver, message, NOW));

        assertThat(shown.toString()).contains("signature valid").doesNotContain("double");
    }

    @Test
    void refusesWhatHasNoIdOrIsNoJsonOrTooLong() throws Exception {
        Receiver receiver = receiver(listener.url(), Format.STANDARD_WEBHOOKS, SECRET, false);
        Message noJson = new Message("a-1", "text/plain", "hello".getBytes(StandardCharsets.UTF_8), Map.of());

        assertThat(post("{}".getBytes(StandardCharsets.UTF_8), Map.of()).statusCode())
                .isEqualTo(400);
        assertThat(post(noJson.body(), Signatures.headers(receiver, noJson, NOW))
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.send(request().GET().build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(405);
        assertThat(post(new byte[WebhookListener.MAX_BODY + 1], Map.of()).statusCode())
                .isEqualTo(413);
        assertThat(shown.toString()).isEmpty();
    }

    @Test
    void whatItShowsCannotMoveACursor() throws Exception {
        Receiver receiver = receiver(listener.url(), Format.STANDARD_WEBHOOKS, SECRET, false);
        Message message = new Message(
                "a-1",
                "application/json",
                "{\"type\":\"\\u001b[2J\",\"data\":{\"title\":\"a\\nb\\u202ec\"}}".getBytes(StandardCharsets.UTF_8),
                Map.of());

        post(message.body(), Signatures.headers(receiver, message, NOW));

        assertThat(shown.toString()).contains("\\u001b[2J", "a\\u000ab\\u202ec").doesNotContain("\u001b");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void showsASampleOfAnyFormat(Format format) {
        try (OutboundHttp http = OutboundHttp.create()) {
            SampleDelivery.Outcome outcome =
                    new SampleDelivery(http).send(receiver(listener.url(), format, SECRET, true), "abc", NOW);

            assertThat(outcome.text()).startsWith("HTTP 204 after ");
            assertThat(outcome.accepted()).isTrue();
            assertThat(shown.toString()).contains("signature valid").contains("Geowire can reach this receiver");
        }
    }

    @Test
    void aSampleIsNotSentToAnAddressThatIsNotPublicUnlessThatIsAllowed() {
        try (OutboundHttp http = OutboundHttp.create()) {
            SampleDelivery.Outcome outcome = new SampleDelivery(http)
                    .send(receiver(listener.url(), Format.STANDARD_WEBHOOKS, SECRET, false), "abc", NOW);

            assertThat(outcome.accepted()).isFalse();
            assertThat(outcome.text()).startsWith("no answer after ").contains("127.0.0.1");
            assertThat(shown.toString()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 404, 410, 503})
    void aSampleThatIsRefusedTellsStatusAndReasonWithoutSecrets(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = ("no such hook: " + exchange.getRequestURI()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try (OutboundHttp http = OutboundHttp.create()) {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/T0/s3cr3t";
            SampleDelivery.Outcome outcome =
                    new SampleDelivery(http).send(receiver(url, Format.SLACK, SECRET, true), "abc", NOW);

            assertThat(outcome.accepted()).isFalse();
            assertThat(outcome.text()).matches("HTTP " + status + " after \\d+ ms: no such hook: /\\*\\*\\*");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        int port = URI.create(listener.url()).getPort();

        assertThatThrownBy(() -> WebhookListener.start(
                        port, List.of(SECRET), InstantSource.fixed(NOW), new DeliveryPrinter(new PrintWriter(shown))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("--port: cannot listen on " + port);
    }

    private static Receiver receiver(String url, Format format, SigningSecret secret, boolean allowPrivate) {
        return new Receiver(
                "desk",
                URI.create(url),
                format,
                List.of(secret),
                Map.of(),
                Receiver.DEFAULT_TIMEOUT,
                format.defaultRate(),
                Filter.ALL,
                true,
                allowPrivate,
                Receiver.DEFAULT_GIVE_UP_AFTER);
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create(listener.url() + "hook"));
    }

    private HttpResponse<String> post(byte[] body, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = request().POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
