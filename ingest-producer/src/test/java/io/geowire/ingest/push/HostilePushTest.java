package io.geowire.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.events.Article;
import io.geowire.ingest.push.PushServer.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a caller sends, it ends, costs a bounded amount, and the next caller is served. */
class HostilePushTest {
    private static final int MAX_BYTES = 1 << 20;
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final PushServer server = new PushServer(config(32, 4 * MAX_BYTES, LONG, LONG));

    @AfterEach
    void nextCallerIsServed() {
        assertThat(server.post("{\"title\":\"The next one\"}").status()).isEqualTo(202);
        server.close();
    }

    @Test
    void largeBodyIsRefused() {
        Reply reply = server.post(filled(10 << 20), "application/json");

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.json().get("detail").asText()).isEqualTo("a body of more than 1,048,576 bytes");
    }

    @Test
    void largeBodyIsRefusedBeforeItHasCome() throws IOException {
        try (Socket socket = server.connect()) {
            socket.getOutputStream()
                    .write(PushServer.head("Content-Length: 1000000000").getBytes(StandardCharsets.US_ASCII));

            assertThat(firstLine(socket)).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void endlessChunkedBodyIsRefusedAtTheLimit() throws IOException {
        try (Socket socket = server.connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(PushServer.head("Transfer-Encoding: chunked").getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
                try {
                    while (true) {
                        out.write(chunk);
                    }
                } catch (IOException e) {
                    // The server has closed the connection.
                }
            });

            assertThat(firstLine(socket)).startsWith("HTTP/1.1 413 ");
            assertThat(writing).succeedsWithin(LONG);
        }
    }

    @Test
    void gzipBombEndsAtTheLimitOfWhatIsUnpacked() {
        byte[] bomb = PushServer.gzip(filled(64 << 20));
        assertThat(bomb.length).isLessThan(MAX_BYTES);

        assertThat(server.post(bomb, "application/json", "Content-Encoding", "gzip")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void gzipThatUnpacksToNothingEndsAtTheLimitOfWhatComes() {
        byte[] empty = PushServer.gzip(new byte[0]);
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        while (members.size() < 2 * MAX_BYTES) {
            members.writeBytes(empty);
        }
        HttpRequest.Builder request = server.request()
                .header("Authorization", "Bearer " + PushServer.TOKEN)
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(members.toByteArray())));

        assertThat(server.send(request).status()).isEqualTo(413);
    }

    @Test
    void brokenGzipIsABadRequest() {
        byte[] packed = PushServer.gzip("{\"title\":\"One\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(server.post(Arrays.copyOf(packed, 15), "application/json", "Content-Encoding", "gzip")
                        .status())
                .isEqualTo(400);
        assertThat(server.post("{}".getBytes(StandardCharsets.UTF_8), "application/json", "Content-Encoding", "gzip")
                        .status())
                .isEqualTo(400);
        assertThat(server.post(new byte[0], "application/json", "Content-Encoding", "gzip")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void gzipThatIsNotDeclaredIsNotUnpacked() {
        byte[] packed = PushServer.gzip("{\"title\":\"One\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(server.post(packed, "application/json").status()).isEqualTo(400);
    }

    @Test
    void tooManyItemsAreRefusedTogether() {
        Reply reply = server.postLines("{\"title\":\"T\"}\n".repeat(1_001));

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.json().get("detail").asText()).isEqualTo("more than 1,000 items in one request");
        assertThat(server.articles()).isEmpty();
    }

    @Test
    void itemBeyondItsLimitIsRefusedAndTheOthersGoThrough() {
        Reply reply = server.post("[{\"title\":\"" + "x".repeat(200_000) + "\"},{\"title\":\"Short\"}]");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.json().at("/items/0/problem/status").asInt()).isEqualTo(413);
        assertThat(server.articles()).extracting(Article::getTitle).containsExactly("Short");
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "[".repeat(40_000);
        assertThat(server.post("{\"title\":\"T\",\"x\":" + deep + "]".repeat(40_000) + "}")
                        .status())
                .isEqualTo(400);
        assertThat(server.post(deep).status()).isEqualTo(400);
    }

    @Test
    void invalidUtf8IsTheFaultOfItsItem() {
        byte[] body = "[{\"title\":\"\u00e9\"},{\"title\":\"Good\"}]".getBytes(StandardCharsets.ISO_8859_1);

        Reply reply = server.post(body, "application/json");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.json().at("/items/0/problem/detail").asText())
                .isEqualTo("byte 0xE9 at character 11 is not UTF-8");
    }

    @Test
    void controlCharactersNeverReachTheContractOrTheAnswer() {
        Reply raw = server.post("{\"title\":\"a\u0000b\"}");
        Reply escaped = server.post("{\"title\":\"a\\u0000\\u001b[31mb\",\"publishedAt\":\"\\u001b[2J\"}");

        assertThat(raw.status()).isEqualTo(400);
        assertThat(escaped.status()).isEqualTo(202);
        assertThat(server.articles().get(0).getTitle()).isEqualTo("a[31mb");
        assertThat(escaped.json().at("/items/0/notes/0").asText().chars()).noneMatch(Character::isISOControl);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: x", "Content-Length: -1", "Content-Length: 99999999999999999999"})
    void contentLengthThatIsNoLengthIsABadRequest(String header) throws IOException {
        assertThat(server.exchange(PushServer.head(header) + "{\"title\":\"T\"}"))
                .doesNotContain("HTTP/1.1 2");
        assertThat(server.articles()).isEmpty();
    }

    @Test
    void bodyShorterThanItsLengthPublishesNothing() throws IOException {
        server.exchange(PushServer.head("Content-Length: 500") + "{\"title\":\"T\"}");

        assertThat(server.articles()).isEmpty();
    }

    @Test
    void chunksThatBreakOffPublishNothing() throws IOException {
        server.exchange(PushServer.head("Transfer-Encoding: chunked") + "10\r\n{\"title\":\"T\"}");
        server.exchange(PushServer.head("Transfer-Encoding: chunked") + "zz\r\n{\"title\":\"T\"}\r\n0\r\n\r\n");

        assertThat(server.articles()).isEmpty();
    }

    @Test
    void bodyLongerThanItsLengthIsReadAsFarAsItsLength() throws IOException {
        String body = "{\"title\":\"T\"}";

        String replies =
                server.exchange(PushServer.head("Content-Length: " + body.length()) + body + "garbage\r\n\r\n");

        assertThat(replies).startsWith("HTTP/1.1 202 ");
        assertThat(server.articles()).hasSize(1);
    }

    @Test
    void pipelinedRequestsAreAllAnswered() throws IOException {
        String body = "{\"title\":\"T\"}";
        String request = PushServer.head("Content-Length: " + body.length()) + body;
        String last = PushServer.head("Connection: close", "Content-Length: " + body.length()) + body;

        String replies = server.exchange(request + request + last);

        assertThat(replies.split("HTTP/1.1 202 ", -1)).hasSize(4);
        assertThat(server.articles()).hasSize(3);
    }

    @Test
    void bodyThatTricklesEndsAtTheTimeLimit() throws IOException {
        try (PushServer impatient = new PushServer(config(32, 4 * MAX_BYTES, SHORT, LONG));
                Socket socket = impatient.connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(PushServer.head("Content-Length: 100").getBytes(StandardCharsets.US_ASCII));
            out.write('{');

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
            assertThat(impatient.post("{\"title\":\"T\"}").status()).isEqualTo(202);
        }
    }

    @Test
    void refusalDoesNotWaitForABodyThatNeverComes() throws IOException {
        try (Socket socket = server.connect()) {
            String head = PushServer.head("Content-Length: 100").replace(PushServer.TOKEN, "wrong");
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

            assertThat(firstLine(socket)).startsWith("HTTP/1.1 401 ");
            assertThat(untilClosed(socket)).isTrue();
        }
    }

    @Test
    void moreRequestsThanAllowedAreToldToComeAgain() throws Exception {
        try (PushServer narrow = new PushServer(config(1, MAX_BYTES, LONG, LONG), false)) {
            CompletableFuture<Reply> first = CompletableFuture.supplyAsync(() -> narrow.post("{\"title\":\"One\"}"));
            awaitSent(narrow, 1);

            Reply second = narrow.post("{\"title\":\"Two\"}");

            assertThat(second.status()).isEqualTo(429);
            assertThat(second.header("Retry-After")).isEqualTo("1");
            narrow.producer.completeNext();
            assertThat(first.get(1, TimeUnit.MINUTES).status()).isEqualTo(202);
        }
    }

    @Test
    void bytesStayUnderWayUntilTheBrokerHasAnsweredForThem() {
        try (PushServer narrow = new PushServer(config(32, MAX_BYTES, LONG, SHORT), false)) {
            byte[] body = ("{\"title\":\"T\"}" + " ".repeat(MAX_BYTES - 100)).getBytes(StandardCharsets.UTF_8);
            assertThat(narrow.post(body, "application/json").status()).isEqualTo(503);

            assertThat(narrow.post(body, "application/json").status()).isEqualTo(429);

            narrow.producer.completeNext();
            assertThat(narrow.post("{\"title\":\"T\"}").status()).isEqualTo(503);
        }
    }

    @Test
    void healthIsToldWhileCallersWait() throws Exception {
        try (PushServer busy = new PushServer(config(32, 4 * MAX_BYTES, LONG, LONG), false)) {
            for (int i = 0; i < 40; i++) {
                CompletableFuture.runAsync(() -> busy.post("{\"title\":\"T\"}"), task -> new Thread(task).start());
            }
            awaitSent(busy, 32);

            assertThat(busy.send(HttpRequest.newBuilder(URI.create(busy.endpoint.url() + "/health/live")))
                            .status())
                    .isEqualTo(200);
            while (busy.producer.completeNext()) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void atItsEndItAnswersWhatIsUnderWayAndRefusesTheRest() throws Exception {
        try (PushServer ending = new PushServer(config(2, MAX_BYTES, LONG, LONG), false)) {
            CompletableFuture<Reply> first = CompletableFuture.supplyAsync(() -> ending.post("{\"title\":\"One\"}"));
            awaitSent(ending, 1);
            CompletableFuture<Void> closing = CompletableFuture.runAsync(ending::closeSource);
            ending.producer.completeNext();

            assertThat(first.get(1, TimeUnit.MINUTES).status()).isEqualTo(202);
            closing.get(1, TimeUnit.MINUTES);
            assertThat(ending.post("{\"title\":\"Two\"}").status()).isEqualTo(503);
        }
    }

    private static PushConfig config(int requests, int bytesInFlight, Duration body, Duration answer) {
        Optional<BearerTokens> tokens = Optional.of(BearerTokens.parse(PushServer.TOKEN, "test"));
        return new PushConfig(tokens, MAX_BYTES, 1_000, requests, bytesInFlight, body, answer);
    }

    private static byte[] filled(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) ' ');
        return bytes;
    }

    private static void awaitSent(PushServer server, int count) {
        while (server.producer.history().size() < count) {
            Thread.onSpinWait();
        }
    }

    private static String firstLine(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\r'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    private static boolean untilClosed(Socket socket) throws IOException {
        try {
            socket.getInputStream().readAllBytes();
        } catch (SocketException e) {
            // Closed with what we wrote unread.
        }
        return true;
    }
}
