package io.geowire.service.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.geowire.service.net.OutboundException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a socket that answers as it is told, byte by byte. */
class OutboundHttpTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int ROOM = 10_000;
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-One: a\r\nX-One: b\r\n\r\nok";

    private final OutboundHttp http = OutboundHttp.create();
    private final ScriptedServer server = new ScriptedServer();

    @AfterEach
    void close() throws IOException {
        http.close();
        server.close();
    }

    @Test
    void sendsMethodHeadersAndBodyAndReadsTheAnswer() throws Exception {
        server.answer(OK);

        OutboundResponse response = http.send(new OutboundRequest(
                "POST", server.uri("/hook?a=b"), Map.of("X-Id", "7"), "news".getBytes(UTF_8), LONG, ROOM, true));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).asString(UTF_8).isEqualTo("ok");
        assertThat(response.cut()).isFalse();
        assertThat(response.headers()).containsEntry("x-one", List.of("a", "b"));
        assertThat(response.header("X-ONE")).contains("a");
        assertThat(server.requests().get(0))
                .startsWith("POST /hook?a=b HTTP/1.1\r\n")
                .contains(
                        "\r\nX-Id: 7\r\n",
                        "\r\nContent-Length: 4\r\n",
                        "\r\nHost: " + server.uri("/").getAuthority());
    }

    @Test
    void anyStatusIsAnAnswer() throws Exception {
        server.answer("HTTP/1.1 503 No\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n");

        OutboundResponse response = http.send(get(server.uri("/")));

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.header("retry-after")).contains("7");
    }

    @Test
    void followsNoRedirect() throws Exception {
        server.answer("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n");

        assertThat(http.send(get(server.uri("/"))).status()).isEqualTo(302);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void sendsNoCookieBack() throws Exception {
        server.answer("HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n");

        http.send(get(server.uri("/")));
        http.send(get(server.uri("/")));

        assertThat(server.requests()).hasSize(2).noneMatch(request -> request.contains("Cookie"));
    }

    @Test
    void readsNoMoreThanAllowed() throws Exception {
        server.answer("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + "x".repeat(100_000));

        OutboundResponse response = http.send(get(server.uri("/")));

        assertThat(response.body()).hasSize(ROOM);
        assertThat(response.cut()).isTrue();
    }

    @Test
    void anEndlessAnswerEndsAtTheLimit() throws Exception {
        server.answerForEver("HTTP/1.1 200 OK\r\n\r\n", "x".repeat(1_000));

        assertThat(http.send(get(server.uri("/"))).body()).hasSize(ROOM);
    }

    @Test
    void aCompressedAnswerIsReadAndItsLimitCountsWhatComesOut() throws Exception {
        byte[] bomb = gzip(new byte[5_000_000]);
        server.answer("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bomb.length + "\r\n\r\n", bomb);

        OutboundResponse response = http.send(get(server.uri("/")));

        assertThat(response.body()).hasSize(ROOM).containsOnly(0);
        assertThat(response.cut()).isTrue();
    }

    @Test
    void aBodyOfJustTheLimitIsWhole() throws Exception {
        server.answer("HTTP/1.1 200 OK\r\nContent-Length: " + ROOM + "\r\n\r\n" + "x".repeat(ROOM));

        OutboundResponse response = http.send(get(server.uri("/")));

        assertThat(response.body()).hasSize(ROOM);
        assertThat(response.cut()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc"})
    void anAnswerThatStopsIsATimeOut(String beginning) throws Exception {
        server.answerAndHang(beginning);

        assertThat(kind(get(server.uri("/"), Duration.ofMillis(300)))).isEqualTo(Kind.TIMEOUT);
    }

    @Test
    void aSlowDripEndsWithTheTimeHoweverOftenAByteComes() throws Exception {
        server.answerForEver("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", "x", Duration.ofMillis(20));

        assertThat(kind(new OutboundRequest(
                        "GET", server.uri("/"), Map.of(), null, Duration.ofMillis(500), 1_000_000, true)))
                .isEqualTo(Kind.TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
                "not HTTP at all\r\n\r\n",
                ""
            })
    void anAnswerThatIsNotWholeIsBroken(String answer) throws Exception {
        server.answerAndClose(answer);

        assertThat(kind(get(server.uri("/")))).isEqualTo(Kind.BROKEN);
    }

    @Test
    void aConnectionIsUsedAgainOnceItsAnswerIsRead() throws Exception {
        server.answer(OK);

        for (int i = 0; i < 5; i++) {
            http.send(get(server.uri("/")));
        }

        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void aConnectionResetIsBroken() throws Exception {
        server.reset();

        assertThat(kind(get(server.uri("/")))).isEqualTo(Kind.BROKEN);
    }

    @Test
    void headersWithoutEndAreBroken() throws Exception {
        server.answerForEver("HTTP/1.1 200 OK\r\n", "A: " + "x".repeat(1_000) + "\r\n");

        assertThat(kind(get(server.uri("/")))).isEqualTo(Kind.BROKEN);
    }

    @Test
    void aPortWithoutServerIsUnreachable() throws Exception {
        URI uri = server.uri("/");
        server.close();

        assertThat(kind(get(uri))).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void anUnknownNameIsUnresolved() throws Exception {
        assertThat(kind(get(URI.create("http://no-such-host.invalid/")))).isEqualTo(Kind.UNRESOLVED);
    }

    @Test
    void plainTextWhereTlsIsExpectedIsATlsFault() throws Exception {
        server.greet("HTTP/1.1 400 no\r\n\r\n");

        URI uri = URI.create(server.uri("/").toString().replace("http:", "https:"));
        assertThat(kind(get(uri))).isEqualTo(Kind.TLS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "2130706433", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]"})
    void aPrivateAddressIsRefusedBeforeAnythingIsSentHoweverItIsWritten(String host) throws Exception {
        server.answer(OK);
        URI uri = URI.create("http://%s:%d/".formatted(host, server.uri("/").getPort()));

        Kind kind = kind(new OutboundRequest("GET", uri, Map.of(), null, LONG, ROOM, false));

        // What the system does not take for an address is an unknown name.
        assertThat(kind).isIn(Kind.REFUSED_ADDRESS, Kind.UNRESOLVED);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void anAnswerOfTheLookUpThatChangesDoesNotPass() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        DnsResolver rebinding = new NameServer() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                String address = asked.getAndIncrement() == 0 ? "192.0.2.1" : "127.0.0.1";
                return new InetAddress[] {InetAddress.getByName(address)};
            }
        };
        server.answer(OK);
        URI uri = URI.create("http://news.example:%d/".formatted(server.uri("/").getPort()));

        try (OutboundHttp client = OutboundHttp.lookingUpWith(rebinding)) {
            for (int i = 0; i < 3; i++) {
                assertThat(kind(client, new OutboundRequest("GET", uri, Map.of(), null, LONG, ROOM, false)))
                        .isEqualTo(Kind.REFUSED_ADDRESS);
            }
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aConnectionKeptForOneThatMayIsNotUsedForOneThatMayNot() throws Exception {
        server.answer(OK);
        http.send(get(server.uri("/")));

        assertThat(kind(new OutboundRequest("GET", server.uri("/"), Map.of(), null, LONG, ROOM, false)))
                .isEqualTo(Kind.REFUSED_ADDRESS);
    }

    @Test
    void messagesNameTheHostAndNothingElseOfTheAddress() throws Exception {
        server.reset();

        OutboundException fault = catchThrowableOfType(
                OutboundException.class,
                () -> http.send(new OutboundRequest(
                        "GET", server.uri("/secret?key=secret"), Map.of("A", "secret"), null, LONG, ROOM, true)));

        assertThat(fault).hasMessageContaining("127.0.0.1").hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://a.example/",
                "/a",
                "http://user:password@a.example/",
                "http:a",
                "http://127.1/",
                "file:///etc/passwd"
            })
    void addressesThatAreNotHttpOrCarryAPasswordAreAProgrammersFault(String uri) {
        assertThatThrownBy(() -> get(URI.create(uri)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("password@");
    }

    private Kind kind(OutboundRequest request) {
        return kind(http, request);
    }

    private static Kind kind(OutboundHttp client, OutboundRequest request) {
        return catchThrowableOfType(OutboundException.class, () -> client.send(request))
                .kind();
    }

    private static OutboundRequest get(URI uri) {
        return get(uri, LONG);
    }

    private static OutboundRequest get(URI uri, Duration timeout) {
        return new OutboundRequest("GET", uri, Map.of(), null, timeout, ROOM, true);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private abstract static class NameServer implements DnsResolver {
        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
        }
    }
}
