package io.geowire.ingest.feed.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.events.FeedHealth;
import io.geowire.events.FeedState;
import io.geowire.ingest.feed.Answer;
import io.geowire.ingest.feed.Feed;
import io.geowire.ingest.feed.FeedItem;
import io.geowire.service.net.OutboundHttp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedFetcherTest {
    private static final String RSS =
            "<rss version='2.0'><channel><title>T</title><item><title>A</title></item></channel></rss>";

    private final OutboundHttp http = OutboundHttp.create();
    private final HostGate gate = new HostGate(Clock.systemUTC(), Duration.ofMillis(1));
    private final FeedFetcher fetcher = new FeedFetcher(new Web(http), gate, Clock.systemUTC());
    private WebServer server;

    @BeforeEach
    void start() throws IOException {
        server = new WebServer();
    }

    @AfterEach
    void stop() {
        server.close();
        http.close();
    }

    @Test
    void documentComesWithItsValidatorsAndPause() {
        server.answer("/rss", 200, RSS, "ETag", "W/\"1\"", "Last-Modified", "then", "Cache-Control", "max-age=900");

        Answer answer = fetch(feed("/rss"), null);

        assertThat(answer).isInstanceOfSatisfying(Answer.Document.class, document -> {
            assertThat(document.etag()).isEqualTo("W/\"1\"");
            assertThat(document.lastModified()).isEqualTo("then");
            assertThat(document.pause()).isEqualTo(Duration.ofMinutes(15));
            assertThat(document.movedTo()).isNull();
            assertThat(document.feed().items()).extracting(FeedItem::title).containsExactly("A");
        });
    }

    @Test
    void validatorsAreSentBackUnlessTheFeedWasFailing() {
        server.answer("/rss", 304, "");
        FeedState.Builder state = state().setEtag("\"1\"").setLastModified("then");

        assertThat(fetch(feed("/rss"), state.setHealth(FeedHealth.OK).build())).isInstanceOf(Answer.NotModified.class);
        fetch(feed("/rss"), state.setHealth(FeedHealth.FAILING).build());

        assertThat(server.sent("If-none-match")).containsExactly(List.of("\"1\""), List.of());
        assertThat(server.sent("If-modified-since")).containsExactly(List.of("then"), List.of());
    }

    @Test
    void permanentRedirectsAreRememberedAsFarAsTheyGo() {
        server.answer("/one", 301, "", "Location", "/two");
        server.answer("/two", 308, "", "Location", server.url("/three").toString());
        server.answer("/three", 302, "", "Location", "four");
        server.answer("/four", 200, RSS);

        assertThat(fetch(feed("/one"), null))
                .isInstanceOfSatisfying(
                        Answer.Document.class,
                        document -> assertThat(document.movedTo())
                                .isEqualTo(server.url("/three").toString()));
    }

    @Test
    void pollBeginsWhereTheFeedHasMovedTo() {
        server.answer("/new", 200, RSS);

        fetch(feed("/old"), state().setMovedTo(server.url("/new").toString()).build());

        assertThat(server.paths()).containsExactly("/new");
    }

    @Test
    void redirectsEndAfterFive() {
        server.answer("/loop", 302, "", "Location", "/loop");

        assertThat(reason(fetch(feed("/loop"), null))).isEqualTo("more than 5 redirects");
        assertThat(server.paths()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://127.0.0.1/", "http://u:p@127.0.0.1/", "http://", "::", "gopher:x"})
    void redirectToAnythingButTheWebIsRefused(String location) {
        server.answer("/rss", 301, "", "Location", location);

        assertThat(reason(fetch(feed("/rss"), null))).startsWith("HTTP 301 to what is no ");
    }

    @Test
    void privateAddressIsRefusedUnlessAllowed() {
        server.answer("/rss", 200, RSS);

        Answer answer = fetch(Feed.at(server.url("/rss"), null), null);

        assertThat(reason(answer)).contains("127.0.0.1").contains("not a public one");
        assertThat(server.paths()).isEmpty();
    }

    @Test
    void headersOfTheListGoToTheFeedsOwnOriginAlone() throws IOException {
        try (WebServer other = new WebServer()) {
            server.answer("/rss", 302, "", "Location", other.url("/rss").toString());
            other.answer("/rss", 200, RSS);
            Feed feed = new Feed(
                    server.url("/rss"), null, Feed.DEFAULT_EVERY, null, false, true, Map.of("x-key", "secret"));

            assertThat(fetch(feed, null)).isInstanceOf(Answer.Document.class);
            assertThat(server.sent("X-key")).containsExactly(List.of("secret"));
            assertThat(other.sent("X-key")).containsExactly(List.of());
        }
    }

    @Test
    void compressedFeedIsRead() {
        server.answer("/rss", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            WebServer.send(exchange, 200, gzip(RSS.getBytes(StandardCharsets.UTF_8), 1));
        });

        assertThat(fetch(feed("/rss"), null)).isInstanceOf(Answer.Document.class);
    }

    @Test
    void compressedBombEndsAtTheLimit() {
        server.answer("/rss", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            WebServer.send(exchange, 200, gzip(new byte[1_000_000], 1_000));
        });

        assertThat(reason(fetch(feed("/rss"), null))).isEqualTo("more than 15,000,000 bytes");
    }

    @Test
    void bodyWithoutEndEndsAtTheLimit() {
        server.answer("/rss", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] chunk = new byte[100_000];
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(chunk);
                }
            }
        });

        assertThat(reason(fetch(feed("/rss"), null))).isEqualTo("more than 15,000,000 bytes");
    }

    @Test
    void statusesAreToldApart() {
        server.answer("/gone", 410, "");
        server.answer("/busy", 429, "", "Retry-After", "120");
        server.answer("/page", 200, "<html></html>");
        server.answer("/never-asked", 304, "");
        server.answer("/nowhere", 301, "");

        assertThat(fetch(feed("/gone"), null)).isInstanceOf(Answer.Gone.class);
        Answer busy = fetch(feed("/busy"), null);
        assertThat(reason(busy)).isEqualTo("HTTP 429");
        assertThat(busy.pause()).isEqualTo(Duration.ofMinutes(2));
        assertThat(reason(fetch(feed("/page"), null))).isEqualTo("this is a web page, not a feed");
        assertThat(reason(fetch(feed("/missing"), null))).isEqualTo("HTTP 404");
        assertThat(reason(fetch(feed("/never-asked"), null))).isEqualTo("HTTP 304 to the first request");
        assertThat(reason(fetch(feed("/nowhere"), null))).isEqualTo("HTTP 301 without an address");
    }

    @Test
    void fullTextIsTakenFromThePageIfRobotsMay() {
        String paragraph =
                "<p>The ministers met in the capital, spoke for hours, and left without a word to the press.</p>";
        String page = "<html><body><nav><a href='/'>Home</a></nav><article>" + paragraph.repeat(6)
                + "</article></body></html>";
        server.answer(
                "/robots.txt",
                200,
                "User-agent: *\nDisallow: /\n\nUser-agent: Geowire\nDisallow: /closed\n",
                "Content-Type",
                "text/plain");
        server.answer("/open", 200, page, "Content-Type", "text/html; charset=utf-8");
        server.answer("/closed", 200, page, "Content-Type", "text/html");
        server.answer("/pdf", 200, page, "Content-Type", "application/pdf");
        Web web = new Web(http);
        FullText fullText = new FullText(web, gate, new Robots(web, Clock.systemUTC()));

        assertThat(fullText.complete(feed("/rss"), item("/open")).body())
                .startsWith("The ministers met in the capital")
                .contains("press.\n\nThe ministers")
                .doesNotContain("Home");
        assertThat(fullText.complete(feed("/rss"), item("/closed"))).isEqualTo(item("/closed"));
        assertThat(fullText.complete(feed("/rss"), item("/pdf"))).isEqualTo(item("/pdf"));
        assertThat(fullText.complete(feed("/rss"), item("/missing"))).isEqualTo(item("/missing"));
        assertThat(server.paths()).containsOnlyOnce("/robots.txt").doesNotContain("/closed");
    }

    @Test
    void feedsOfASiteAreFoundByItsPage() throws IOException {
        server.answer("/", 404, "");
        server.answer(
                "/start",
                200,
                "<html><head><link rel='alternate' type='application/rss+xml' href='/declared'></head>"
                        + "<body><a href='/about'>About</a> <a href='news-rss.xml'>RSS</a> <a href='/feed-back'>Write</a></body></html>");
        server.answer("/declared", 200, RSS);
        server.answer("/news-rss.xml", 200, RSS);
        server.answer("/atom.xml", 200, "<feed/>");

        try (FeedFinder finder = new FeedFinder()) {
            assertThat(finder.find(server.url("/start"), true))
                    .extracting(found -> found.url().getPath())
                    .containsExactly("/declared", "/news-rss.xml", "/atom.xml");
            assertThat(finder.find(server.url("/declared"), true)).hasSize(1);
        }
        assertThat(server.paths()).doesNotContain("/about");
    }

    private Answer fetch(Feed feed, @Nullable FeedState state) {
        return fetcher.fetch(feed, state);
    }

    private Feed feed(String path) {
        return new Feed(server.url(path), null, Feed.DEFAULT_EVERY, null, false, true, Map.of());
    }

    private FeedItem item(String path) {
        return new FeedItem(1, null, server.url(path).toString(), "Title", "Summary.", true, null, null, null);
    }

    private static FeedState.Builder state() {
        return FeedState.newBuilder()
                .setUrl("http://feed.example/")
                .setLastPoll(Instant.EPOCH)
                .setNextPoll(Instant.EPOCH);
    }

    private static String reason(Answer answer) {
        return ((Answer.Failed) answer).reason();
    }

    private static byte[] gzip(byte[] part, int times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < times; i++) {
                gzip.write(part);
            }
        }
        return bytes.toByteArray();
    }
}
