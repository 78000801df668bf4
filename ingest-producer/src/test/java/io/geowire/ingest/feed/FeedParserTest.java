package io.geowire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.ingest.feed.FeedDocument.BrokenItem;
import io.geowire.ingest.item.RawDate;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedParserTest {
    private static final Path FEEDS = Path.of("src", "test", "resources", "feeds");
    private static final String URL = "http://feed.example/dir/feed.xml";

    @Test
    void readsRss091() throws Exception {
        FeedDocument feed = read("good/rss-0.91.xml");

        assertThat(feed.format()).isEqualTo("RSS 0.91");
        assertThat(feed.title()).isEqualTo("Harbour Press");
        assertThat(feed.language()).isEqualTo("en-gb");
        assertThat(feed.items())
                .extracting(FeedItem::title)
                .containsExactly("Strait reopens after talks", "Envoys meet in Muscat");
        assertThat(feed.items().get(0).url()).isEqualTo("http://harbour.example/a/strait");
        assertThat(feed.items().get(0).body()).isEqualTo("Ships pass again.");
        assertThat(feed.items().get(0).line()).isEqualTo(9);
        assertThat(feed.items().get(1).body()).isNull();
    }

    @Test
    void readsRss10WhateverThePrefixesOfItsModules() throws Exception {
        FeedDocument feed = read("good/rss-1.0.xml");

        assertThat(feed.format()).isEqualTo("RSS 1.0");
        assertThat(feed.title()).isEqualTo("Fenno Wire");
        assertThat(feed.ttl()).isEqualTo(Duration.ofMinutes(30));
        assertThat(feed.items())
                .containsExactly(new FeedItem(
                        13,
                        "http://fenno.example/1",
                        "http://fenno.example/1",
                        "Court keeps tanker",
                        "The court said no.\n\nThe owner appeals.",
                        false,
                        "Aino Laine",
                        null,
                        RawDate.text("2026-02-06T12:00:00+02:00")));
    }

    @Test
    void readsRss20() throws Exception {
        FeedDocument feed = read("good/rss-2.0.xml");

        assertThat(feed.title()).isEqualTo("Meridian Wire");
        assertThat(feed.ttl()).isEqualTo(Duration.ofMinutes(45));
        FeedItem talks = feed.items().get(0);
        assertThat(talks.title()).isEqualTo("Minister: no deal & no talks");
        assertThat(talks.url()).isEqualTo("http://meridian.example/en/a/talks?utm_source=rss");
        assertThat(talks.guid()).isEqualTo("m-3");
        assertThat(talks.body()).isEqualTo("The minister spoke.\n\nNobody listened.\nThen all left.");
        assertThat(talks.summary()).isFalse();
        assertThat(talks.byline()).isEqualTo("Jo Vale");
        FeedItem oil = feed.items().get(1);
        assertThat(oil.title()).isEqualTo("Oil < 60 dollars as France’s AT&T waits");
        assertThat(oil.url()).isEqualTo("http://meridian.example/en/a/oil");
        assertThat(oil.body()).isEqualTo("Down again & again.\n\nSecond paragraph.");
        assertThat(oil.summary()).isTrue();
        FeedItem ferry = feed.items().get(2);
        assertThat(ferry.title()).isNull();
        assertThat(ferry.url()).isNull();
    }

    @Test
    void readsAtom03() throws Exception {
        FeedDocument feed = read("good/atom-0.3.xml");

        assertThat(feed.format()).isEqualTo("Atom 0.3");
        assertThat(feed.items())
                .containsExactly(new FeedItem(
                        4,
                        "tag:desk.example,2026:1",
                        "http://desk.example/summit",
                        "Summit & strike",
                        "One.\n\nTwo.",
                        false,
                        null,
                        "en",
                        RawDate.text("2026-02-06T10:00:00Z")));
    }

    @Test
    void readsAtom10() throws Exception {
        FeedDocument feed = read("good/atom-1.0.xml");

        assertThat(feed.format()).isEqualTo("Atom 1.0");
        FeedItem first = feed.items().get(0);
        assertThat(first.title()).isEqualTo("Tag <b> erklärt");
        assertThat(first.url()).isEqualTo("http://atlas.example/de/1.html");
        assertThat(first.guid()).isEqualTo("urn:uuid:1");
        assertThat(first.body()).isEqualTo("Erster.\n\nZweiter & Schluss.");
        assertThat(first.language()).isEqualTo("de");
        assertThat(first.byline()).isEqualTo("Atlas desk");
        assertThat(first.date()).isEqualTo(RawDate.text("2026-02-06T10:00:00Z"));
        FeedItem second = feed.items().get(1);
        assertThat(second.title()).isEqualTo("Bridge open");
        assertThat(second.url()).isEqualTo("http://atlas.example/bridge");
        assertThat(second.byline()).isEqualTo("Kim, Lee");
        assertThat(second.body()).isEqualTo("It opened.");
        assertThat(second.summary()).isTrue();
    }

    @Test
    void readsJsonFeed() throws Exception {
        FeedDocument feed = read("good/json-1.1.json");

        assertThat(feed.format()).isEqualTo("JSON Feed 1.1");
        assertThat(feed.items())
                .containsExactly(
                        new FeedItem(
                                3,
                                "2",
                                "http://feed.example/b",
                                "Talks & tea",
                                "One.\n\nTwo.",
                                false,
                                "Desk",
                                null,
                                RawDate.text("2026-02-06T10:00:00+01:00")),
                        new FeedItem(
                                4,
                                "https://json.example/a",
                                "https://json.example/a",
                                null,
                                "Short one. And more.",
                                true,
                                "Ann",
                                null,
                                null));
    }

    @Test
    void brokenXmlCostsTheItemsThatAreBroken() throws Exception {
        FeedDocument feed = read("broken/junk-entities-ampersands.xml");

        assertThat(feed.title()).isEqualTo("R&D Wire");
        assertThat(feed.items())
                .extracting(FeedItem::title)
                .containsExactly("Profit\u00A0falls at AT&T … &bogus; again", "Third", "Fifth");
        assertThat(feed.items().get(0).url()).isEqualTo("http://rd.example/?a=1&b=2");
        assertThat(feed.broken())
                .extracting(BrokenItem::reason)
                .containsExactly(
                        "<title> is not closed",
                        "neither title nor description",
                        "<item> is not closed",
                        "<item> is not closed");
    }

    @Test
    void brokenJsonCostsTheItemsThatAreBroken() throws Exception {
        FeedDocument feed = read("broken/items-wrong-types.json");

        assertThat(feed.items()).extracting(FeedItem::title).containsExactly("Good one", "Last good one");
        assertThat(feed.broken())
                .extracting(BrokenItem::reason)
                .satisfiesExactly(
                        reason -> assertThat(reason).isEqualTo("title is not a text"),
                        reason -> assertThat(reason).isEqualTo("an item is not an object"),
                        reason -> assertThat(reason).isEqualTo("neither title nor content"),
                        reason -> assertThat(reason).startsWith("not JSON from line 7"));
    }

    @Test
    void entitiesOfADoctypeAreNeverExpandedNorFetched() throws Exception {
        assertThat(read("broken/entities.xml").items())
                .extracting(FeedItem::title)
                .containsExactly("x &file; &c; y");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "utf-8, -, UTF-8",
                "utf-8, ISO-8859-1, -",
                "utf-8, -, ISO-8859-1",
                "windows-1251, windows-1251, UTF-8",
                "windows-1251, UTF-8, windows-1251",
                "windows-1251, -, windows-1251",
                "iso-8859-5, iso-8859-5, -",
                "utf-16le, -, UTF-16",
                "utf-16be, utf-16be, -",
                "koi8-r, -, KOI8-R",
                "utf-8, no-such-charset, -",
            })
    void characterSetIsThatOfTheBytesWhateverIsDeclared(String written, String header, String declaration)
            throws Exception {
        String xml = (declaration == null ? "" : "<?xml version='1.0' encoding='" + declaration + "'?>")
                + "<rss><channel><item><title>Москва ждёт переговоров</title></item></channel></rss>";

        FeedDocument feed = FeedParser.parse(
                xml.getBytes(Charset.forName(written)), header == null ? null : "text/xml; charset=" + header, URL);

        assertThat(feed.items()).extracting(FeedItem::title).containsExactly("Москва ждёт переговоров");
    }

    @Test
    void latin1IsReadAsWhatWindowsMakesOfIt() throws Exception {
        byte[] xml =
                "<?xml version='1.0' encoding='iso-8859-1'?><rss><item><title>France\u2019s café</title></item></rss>"
                        .getBytes(Charset.forName("windows-1252"));

        assertThat(FeedParser.parse(xml, null, URL).items())
                .extracting(FeedItem::title)
                .containsExactly("France’s café");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|the answer is empty",
                "<!DOCTYPE html><html><body>Blocked</body></html>|this is a web page, not a feed",
                "<sitemap><url/></sitemap>|this is XML, but not a feed",
                "not found|this is not a feed",
                "{\"error\": 1}|this is JSON, but not a feed",
            })
    void whatIsNoFeedIsNamed(String body, String reason) {
        assertThatThrownBy(() -> parse(body))
                .isInstanceOf(FeedFormatException.class)
                .hasMessage(reason);
    }

    @Test
    void brokenJsonWithoutAnyItemIsNoFeed() {
        assertThatThrownBy(() -> parse("{\"version\": \"https://jsonfeed.org/version/1\",\n \"items\": [{\"id\": }]}"))
                .isInstanceOf(FeedFormatException.class)
                .hasMessageStartingWith("not JSON from line 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss version='2.0'><channel><title>t</title></channel></rss>",
                "<feed/>",
                "{\"version\":\"https://jsonfeed.org/version/1\"}"
            })
    void feedWithoutItemsIsAFeed(String body) throws Exception {
        FeedDocument feed = parse(body);

        assertThat(feed.items()).isEmpty();
        assertThat(feed.broken()).isEmpty();
    }

    @Test
    void floodOfTagsIsRefused() {
        assertThatThrownBy(() -> parse("<rss>" + "<a>".repeat(FeedParser.MAX_TAGS)))
                .hasMessage("more than 500,000 tags");
    }

    @Test
    void deepNestingEndsInNoError() throws Exception {
        FeedDocument feed = parse("<rss><channel><item><title>Fine</title></item>" + "<item>".repeat(50_000));

        assertThat(feed.items()).extracting(FeedItem::title).containsExactly("Fine");
    }

    @Test
    void itemsBeyondTheMostAreLeftOut() throws Exception {
        FeedDocument feed =
                parse("<rss>" + "<item><title>x</title></item>".repeat(FeedParser.MAX_ITEMS + 1) + "</rss>");

        assertThat(feed.items()).hasSize(FeedParser.MAX_ITEMS);
    }

    @Test
    void textThatOnlyLooksLikeMarkupStays() throws Exception {
        FeedDocument feed = parse(
                "<rss><item><title>If a &lt; b and c &gt; d</title><description>x &lt;y@z.example&gt;</description></item></rss>");

        assertThat(feed.items().get(0).title()).isEqualTo("If a < b and c > d");
        assertThat(feed.items().get(0).body()).isEqualTo("x <y@z.example>");
    }

    @Test
    void htmlThatIsNotEscapedIsReadAsHtml() throws Exception {
        FeedDocument feed = parse(
                "<rss><item><title>t</title><description><p>One<br>two &amp; three</p><p>Four</p></description></item></rss>");

        assertThat(feed.items()).extracting(FeedItem::body).containsExactly("One\ntwo & three\n\nFour");
    }

    private static FeedDocument parse(String body) throws FeedFormatException {
        return FeedParser.parse(body.getBytes(StandardCharsets.UTF_8), null, URL);
    }

    private static FeedDocument read(String file) throws IOException, FeedFormatException {
        return FeedParser.parse(Files.readAllBytes(FEEDS.resolve(file)), null, URL);
    }
}
