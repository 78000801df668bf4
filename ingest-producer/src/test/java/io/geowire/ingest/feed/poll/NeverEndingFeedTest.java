package io.geowire.ingest.feed.poll;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.events.FeedHealth;
import io.geowire.events.FeedState;
import io.geowire.ingest.feed.Feed;
import io.geowire.ingest.feed.FeedUpdate;
import io.geowire.ingest.normalise.LanguageRule;
import io.geowire.service.net.OutboundHttp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that never come to an end: each costs its time or its size, no more, and its feed is failing for one clear reason. */
class NeverEndingFeedTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    /** For what ends by its size: however slow the machine, that comes first. */
    private static final Duration AMPLE = Duration.ofMinutes(2);

    private static final Instant NOW = Instant.parse("2026-02-06T12:00:00Z");
    private static final String LATE = "127.0.0.1 gave no whole answer within ";
    private static final String BROKEN = "the exchange with 127.0.0.1 broke off: ";
    private static final String LARGE = "more than 15,000,000 bytes";
    private static final byte[] GZIP_HEAD = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 3};

    private final OutboundHttp http = OutboundHttp.create();
    private ServerSocket server;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        http.close();
    }

    static Stream<Arguments> answersWithoutEnd() throws IOException {
        String ok = "HTTP/1.1 200 OK\r\n";
        String chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";
        String gzip = ok + "Content-Encoding: gzip\r\n\r\n";
        return Stream.of(
                Arguments.of("nothing at all", "", "", 100, LATE),
                Arguments.of("a byte now and then", ok + "Content-Length: 9999\r\n\r\n", "x", 50, LATE),
                Arguments.of("a header now and then", ok, "A: b\r\n", 50, LATE),
                Arguments.of("a chunk now and then", chunked, "1\r\na\r\n", 50, LATE),
                Arguments.of("chunks", chunked, "400\r\n" + "a".repeat(1_024) + "\r\n", 0, LARGE),
                Arguments.of("a body without length", ok + "\r\n", "a".repeat(10_000), 0, LARGE),
                Arguments.of("headers", ok, "A: b\r\n", 0, BROKEN),
                Arguments.of("one header", ok + "A: ", "b".repeat(1_000), 0, BROKEN),
                Arguments.of("the status line", "HTTP/1.1 200 ", "b".repeat(1_000), 0, BROKEN),
                Arguments.of("the size of a chunk", chunked + "1;", "b".repeat(1_000), 0, BROKEN),
                Arguments.of("trailers", chunked + "1\r\na\r\n0\r\n", "A: b\r\n", 0, BROKEN),
                Arguments.of("interim answers", "", "HTTP/1.1 103 Early Hints\r\n\r\n", 0, LATE),
                Arguments.of(
                        "the name in a gzip header", gzip + "\u001F\u008B\b\b\0\0\0\0\0\3", "x".repeat(1_000), 0, LATE),
                Arguments.of("empty gzip members", gzip, text(gzip(0)), 0, LATE),
                Arguments.of("gzip members", gzip, text(gzip(1_000_000)), 0, LARGE),
                Arguments.of(
                        "empty blocks of gzip", gzip + text(GZIP_HEAD), "\0\0\0\u00FF\u00FF".repeat(1_000), 0, LATE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answersWithoutEnd")
    void endsAtALimit(String name, String beginning, String again, int pauseMs, String reason) {
        serve(beginning.getBytes(ISO_8859_1), again.getBytes(ISO_8859_1), pauseMs);

        FeedState state = poll("http", reason.equals(LATE) ? TIMEOUT : AMPLE);

        assertThat(state.getHealth()).isEqualTo(FeedHealth.FAILING);
        assertThat(state.getReason()).startsWith(reason);
        assertThat(state.getFailingSince()).isEqualTo(NOW);
    }

    @Test
    void handshakeWithoutEndEndsAtTheLimit() {
        serve(new byte[] {22, 3, 3, 0x3F, 0}, new byte[] {2}, 50);

        assertThat(poll("https", TIMEOUT).getReason()).startsWith(LATE);
    }

    private FeedState poll(String scheme, Duration timeout) {
        URI url = URI.create(scheme + "://127.0.0.1:" + server.getLocalPort() + "/feed");
        Feed feed = new Feed(url, null, Feed.DEFAULT_EVERY, null, false, true, Map.of());
        FeedFetcher fetcher = new FeedFetcher(
                new Web(http, timeout), new HostGate(Clock.systemUTC(), Duration.ofMillis(1)), Clock.systemUTC());
        return FeedUpdate.of(
                        feed, null, fetcher.fetch(feed, null), NOW, UnaryOperator.identity(), LanguageRule.DECLARED)
                .state();
    }

    /** To everybody: the beginning and then the rest, again and again. */
    private void serve(byte[] beginning, byte[] again, int pauseMs) {
        start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    start(() -> answer(socket, beginning, again, pauseMs));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    private void answer(Socket socket, byte[] beginning, byte[] again, int pauseMs) {
        try (socket) {
            if (socket.getInputStream().read(new byte[4_096]) < 0) {
                return;
            }
            OutputStream out = socket.getOutputStream();
            out.write(beginning);
            while (!server.isClosed()) {
                out.write(again);
                Thread.sleep(pauseMs);
            }
        } catch (IOException | InterruptedException e) {
            // The client has had enough, as it should.
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "never-ending");
        thread.setDaemon(true);
        thread.start();
    }

    private static byte[] gzip(int zeros) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(new byte[zeros]);
        }
        return bytes.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
