package io.geowire.ingest.feed.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.ingest.feed.Feed;
import io.geowire.service.yaml.Fault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedListTest {
    @Test
    void readsEveryField() {
        FeedList list = parse("""
                # my feeds
                feeds:
                  - {url: "http://127.0.0.1:8000/world.xml", source: Example Wire, every: PT5M}
                  - https://example.com/atom
                  - url: https://example.com/rss#top
                    language: pt_br
                    fullText: true
                    allowPrivate: true
                    headers: {Authorization: "Bearer ${TOKEN}", X-Plain: x}
                """);

        assertThat(list.faults()).isEmpty();
        assertThat(list.feeds())
                .containsExactly(
                        new Feed(
                                URI.create("http://127.0.0.1:8000/world.xml"),
                                "Example Wire",
                                Duration.ofMinutes(5),
                                null,
                                false,
                                false,
                                Map.of()),
                        Feed.at(URI.create("https://example.com/atom"), null),
                        new Feed(
                                URI.create("https://example.com/rss"),
                                null,
                                Duration.ofMinutes(15),
                                "pt-BR",
                                true,
                                true,
                                Map.of("authorization", "Bearer secret", "x-plain", "x")));
    }

    @Test
    void everyFaultIsToldAtOnceWithItsLine() {
        FeedList list = parse("""
                other: 1
                feeds:
                  - url: ftp://example.com/
                  - source: No address
                    every: 15m
                  - url: https://example.com/a
                    every: PT48H
                    language: "not a tag"
                    fullText: maybe
                    ful: 1
                  - https://user:pw@example.com/a
                  - https://example.com/b
                  - https://example.com/b
                  - url: https://example.com/c
                    headers: {Host: x, "bad name": y, X-Key: "${MISSING}", X-Line: "a\\nb"}
                  -
                """);

        assertThat(list.faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "feeds.yaml:1: unknown key 'other'; allowed: feeds",
                        "feeds.yaml:3: feed #1: url: 'ftp://example.com/' is not " + FeedUrl.ALLOWED,
                        "feeds.yaml:4: feed #2: url: is missing",
                        "feeds.yaml:5: feed #2: every: '15m' is not a duration from PT1S to PT24H, such as PT30S",
                        "feeds.yaml:7: feed #3: every: 'PT48H' is not a duration from PT1S to PT24H, such as PT30S",
                        "feeds.yaml:8: feed #3: language: 'not a tag' is not a BCP 47 tag, such as en or pt-BR",
                        "feeds.yaml:9: feed #3: fullText: 'maybe' is not true or false",
                        "feeds.yaml:10: feed #3: ful: unknown field; allowed: url, source, every, language, fullText, allowPrivate, headers",
                        "feeds.yaml:11: feed #4: url: 'https://user:pw@example.com/a' is not " + FeedUrl.ALLOWED,
                        "feeds.yaml:13: feed #6: url: the feed in line 12 has the same",
                        "feeds.yaml:15: feed #7: headers: Host is set by Geowire",
                        "feeds.yaml:15: feed #7: headers: 'bad name' is not the name of a header",
                        "feeds.yaml:15: feed #7: headers: X-Key: the environment variable MISSING is not set",
                        "feeds.yaml:15: feed #7: headers: X-Line: only visible ASCII characters and spaces are allowed",
                        "feeds.yaml:16: feed #8: must be a text, or a mapping of fields, such as 'url: …'");
        assertThat(list.feeds()).extracting(Feed::key).containsExactly("https://example.com/b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|feeds.yaml:1: the file is empty; without any feed it is 'feeds: []'",
                "feeds: 3|feeds.yaml:1: feeds: must be a list; without any feed it is 'feeds: []'",
                "[a]|feeds.yaml:1: the file must begin with 'feeds:' and a list below it",
                "{}|feeds.yaml:1: 'feeds' is missing",
                "feeds: [&a x, *a]|feeds.yaml:1: anchors and aliases (& and *) are not allowed; quote a text that begins so",
                "<rss/>|feeds.yaml:1: this is XML, but not OPML",
            })
    void whatIsNoListIsNamed(String text, String fault) {
        assertThat(parse(text).faults()).extracting(Fault::toString).contains(fault);
    }

    @Test
    void whatIsNotYamlIsNamedWithItsLine() {
        assertThat(parse("feeds:\n  - [\n").faults())
                .singleElement()
                .satisfies(fault ->
                        assertThat(fault.toString()).startsWith("feeds.yaml:").contains("not YAML"));
    }

    @Test
    void whatIsNotUtf8IsNamedWithItsLine() {
        FeedList list = FeedList.parse("feeds.yaml", new byte[] {'a', '\n', (byte) 0xFF}, name -> null);

        assertThat(list.faults())
                .extracting(Fault::toString)
                .containsExactly("feeds.yaml:2: not UTF-8: byte 3 of the file");
    }

    @Test
    void headersStandInNoText() {
        assertThat(parse("feeds: [{url: 'http://x.example/', headers: {X-Key: topsecret}}]")
                        .feeds()
                        .toString())
                .doesNotContain("topsecret");
    }

    @Test
    void readsOpml() {
        FeedList list = parse("""
                <?xml version="1.0"?>
                <!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]>
                <opml version="2.0"><head><title>Subscriptions</title></head><body>
                  <outline text="World">
                    <outline type="rss" text="One &amp; only" xmlUrl="https://one.example/rss?a=1&amp;b=2"/>
                    <outline type="rss" text="Two" title="Two Wire" XMLURL="https://two.example/"/>
                    <outline text="bad" xmlUrl="file:///etc/passwd"/>
                  </outline>
                  <outline type="rss" text="One again" xmlUrl="https://one.example/rss?a=1&amp;b=2"/>
                </body></opml>
                """);

        assertThat(list.feeds())
                .extracting(Feed::key)
                .containsExactly("https://one.example/rss?a=1&b=2", "https://two.example/");
        assertThat(list.feeds()).extracting(Feed::source).containsExactly("One & only", "Two Wire");
        assertThat(list.faults())
                .extracting(Fault::toString)
                .containsExactly("feeds.yaml:7: feed #3: xmlUrl: 'file:///etc/passwd' is not " + FeedUrl.ALLOWED);
    }

    private static FeedList parse(String text) {
        return FeedList.parse(
                "feeds.yaml", text.getBytes(StandardCharsets.UTF_8), name -> name.equals("TOKEN") ? "secret" : null);
    }
}
