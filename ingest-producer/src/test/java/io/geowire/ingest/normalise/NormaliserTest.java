package io.geowire.ingest.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.events.Article;
import io.geowire.events.DateProvenance;
import io.geowire.ingest.item.ItemFaultException;
import io.geowire.ingest.item.RawDate;
import io.geowire.ingest.item.RawItem;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormaliserTest {
    private static final Instant NOW = Instant.parse("2026-02-06T12:00:00Z");
    private static final Instant MODIFIED = Instant.parse("2026-01-31T08:00:00Z");
    private static final Arrival FILE = new Arrival("news.jsonl", MODIFIED, NOW);
    private static final String DAY = "2026-02-06";

    @Test
    void keepsWhatTheItemSays() throws ItemFaultException {
        Article article = article(new RawItem(
                "x1",
                " Oil  falls ",
                "One.\r\n\r\n\r\nTwo.",
                " Example Wire ",
                "HTTPS://Example.com/a?utm_source=x",
                "Jane Doe",
                "en_GB",
                RawDate.text("2026-02-06T10:00:00Z")));

        assertThat(article.getInputId()).isEqualTo("x1");
        assertThat(article.getTitle()).isEqualTo("Oil falls");
        assertThat(article.getBody()).isEqualTo("One.\n\nTwo.");
        assertThat(article.getSource()).isEqualTo("Example Wire");
        assertThat(article.getUrl()).isEqualTo("https://example.com/a");
        assertThat(article.getByline()).isEqualTo("Jane Doe");
        assertThat(article.getLanguage()).isEqualTo("en-GB");
        assertThat(article.getPublishedAt()).isEqualTo("2026-02-06T10:00:00Z");
        assertThat(article.getPublishedAtProvenance()).isEqualTo(DateProvenance.DECLARED);
        assertThat(article.getIngestedAt()).isEqualTo(NOW);
        assertThat(article.getId()).matches("[0-9a-f]{32}");
        assertThat(article.getContentHash()).matches("[0-9a-f]{32}");
    }

    /** Worked out by hand with another program. */
    @Test
    void idsAreTheSameInEveryRelease() throws ItemFaultException {
        assertThat(id(item().url("https://example.com/a"))).isEqualTo("0f6d2e374c48a4998ab9aec1a5f642e6");
        assertThat(id(item().source("Wire").id("x1"))).isEqualTo("e1052075a9938dfbf7b8abc62f6cde27");
        assertThat(id(item().id("x1"))).isEqualTo("35329a4482936e782bafaa2a9ae1ec1b");
        assertThat(id(item().id("7"))).isEqualTo("6aa8fe79d02d5bbd96fde1a1e1ff9c2c");
        assertThat(id(item().source("Wire").date(DAY))).isEqualTo("4aad75e76b8d5ab5bf7d2bb91d125e3e");
        assertThat(article(item().source("Wire").date(DAY).build()).getContentHash())
                .isEqualTo("542d87dab30fef8c69003e45ab2b1bb3");
    }

    @Test
    void titleIsRequired() {
        assertThatThrownBy(() -> article(item().title(null).build()))
                .isInstanceOf(ItemFaultException.class)
                .hasMessage("title is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t\n", "\u200B", "\u0000"})
    void titleMustShow(String title) {
        assertThatThrownBy(() -> article(item().title(title).build()))
                .isInstanceOf(ItemFaultException.class)
                .hasMessage("title is empty");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \n\n ", "\u200B"})
    void bodyThatShowsNothingIsNone(String body) throws ItemFaultException {
        assertThat(article(item().body(body).build()).getBody()).isNull();
    }

    @Test
    void sameUrlIsTheSameArticleWhateverElseItSays() throws ItemFaultException {
        assertThat(id(item().title("Old").id("1").url("http://example.com/a/?utm_source=x")))
                .isEqualTo(id(item().title("New").source("Wire").url("https://example.com/a")));
    }

    @Test
    void homePageIsNoIdentity() throws ItemFaultException {
        assertThat(id(item().title("One").url("https://example.com/")))
                .isNotEqualTo(id(item().title("Two").url("https://example.com/")));
    }

    @Test
    void sameIdOfASourceIsTheSameArticleInAnyFile() throws ItemFaultException {
        RawItem old = item().title("Old").source("Wire").id("7").build();
        RawItem revised = item().title("New").source("Wire").id("7").build();

        assertThat(article(old, "a.jsonl").getId())
                .isEqualTo(article(revised, "b.jsonl").getId());
        assertThat(id(item().source("Other").id("7")))
                .isNotEqualTo(id(item().source("Wire").id("7")));
    }

    @Test
    void idWithoutSourceIsTheSameArticleInAnyFile() throws ItemFaultException {
        RawItem item = item().id("europe-007").build();

        assertThat(article(item, "a.jsonl").getId())
                .isEqualTo(article(item, "b.jsonl").getId());
    }

    @Test
    void rowNumbersOfTwoFilesAreNotOneArticle() throws ItemFaultException {
        RawItem item = item().id("7").build();

        assertThat(article(item, "a.jsonl").getId())
                .isNotEqualTo(article(item, "b.jsonl").getId());
        assertThat(article(item, "a.jsonl").getId())
                .isEqualTo(article(item, "a.jsonl").getId());
    }

    @Test
    void titleCountsWithSourceAndDay() throws ItemFaultException {
        String id = id(item().source("Wire").date("2026-02-05T01:00:00Z"));

        assertThat(id(item().source("Wire").date("2026-02-05T23:00:00Z"))).isEqualTo(id);
        assertThat(id(item().source("Wire").date("2026-02-05T23:00:00-05:00"))).isNotEqualTo(id);
        assertThat(id(item().source("Other").date("2026-02-05T01:00:00Z"))).isNotEqualTo(id);
        assertThat(id(item().date("2026-02-05T01:00:00Z"))).isNotEqualTo(id);
    }

    @Test
    void undatedItemIsTheSameWheneverItsFileWasWrittenOrRead() throws ItemFaultException {
        Article first = article(item().build());
        Article again = Normaliser.normalise(
                        item().build(), new Arrival("copy.txt", NOW.minusSeconds(5), NOW.plusSeconds(86_400)))
                .article();
        Article fetched = Normaliser.normalise(item().build(), new Arrival("-", null, NOW.plusSeconds(186_400)))
                .article();

        assertThat(again.getId()).isEqualTo(first.getId()).isEqualTo(fetched.getId());
        assertThat(again.getContentHash()).isEqualTo(first.getContentHash()).isEqualTo(fetched.getContentHash());
    }

    @Test
    void everyChangeForAReaderChangesTheContentHash() throws ItemFaultException {
        String hash = hash(item());

        assertThat(hash(item().title("Oil rises"))).isNotEqualTo(hash);
        assertThat(hash(item().body("More"))).isNotEqualTo(hash);
        assertThat(hash(item().source("Wire"))).isNotEqualTo(hash);
        assertThat(hash(item().url("https://example.com/a"))).isNotEqualTo(hash);
        assertThat(hash(item().language("fr"))).isNotEqualTo(hash);
        assertThat(hash(item().date("2026-02-06T10:00:00Z"))).isNotEqualTo(hash);
    }

    @Test
    void bylineAndOwnIdAreNoChange() throws ItemFaultException {
        assertThat(hash(item().byline("Jane Doe").id("x9"))).isEqualTo(hash(item()));
    }

    @Test
    void textThatMovesFromBodyToSourceIsAChange() throws ItemFaultException {
        assertThat(hash(item().body("a\n2:bc")))
                .isNotEqualTo(hash(item().body("a").source("bc")));
    }

    @Test
    void undatedItemHasTheDateOfItsFile() throws ItemFaultException {
        Article article = article(item().build());

        assertThat(article.getPublishedAt()).isEqualTo(MODIFIED);
        assertThat(article.getPublishedAtProvenance()).isEqualTo(DateProvenance.FILE);
    }

    @Test
    void undatedItemOfAStreamHasTheTimeOfReading() throws ItemFaultException {
        Article article = Normaliser.normalise(item().build(), new Arrival("-", null, NOW))
                .article();

        assertThat(article.getPublishedAt()).isEqualTo(NOW);
        assertThat(article.getPublishedAtProvenance()).isEqualTo(DateProvenance.FETCHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31T23:59:59Z", "1970-01-01T00:00:00Z", "2026-02-06T14:00:00Z"})
    void timeOfAFileIsBelievedNoMoreThanADeclaredOne(Instant modified) throws ItemFaultException {
        Article article = Normaliser.normalise(item().build(), new Arrival("a.txt", modified, NOW))
                .article();

        assertThat(article.getPublishedAt()).isEqualTo(NOW);
        assertThat(article.getPublishedAtProvenance()).isEqualTo(DateProvenance.FETCHED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9999-12-31T23:59:59Z|'9999-12-31T23:59:59Z' is more than an hour ahead",
                "2026-02-06T13:00:01Z|'2026-02-06T13:00:01Z' is more than an hour ahead",
                "1969-12-31|'1969-12-31' is not after 1970 began",
                "1970-01-01|'1970-01-01' is not after 1970 began",
                "tomorrow|'tomorrow' is no date that can be read",
                "+999999999-12-31T23:59:59Z|'+999999999-12-31T23:59:59Z' is more than an hour ahead",
            })
    void dateThatCannotBeBelievedIsReplacedByTheTimeOfReading(String date, String doubt) throws ItemFaultException {
        Normaliser.Normalised normalised =
                Normaliser.normalise(item().date(date).build(), FILE);

        assertThat(normalised.article().getPublishedAt()).isEqualTo(NOW);
        assertThat(normalised.article().getPublishedAtProvenance()).isEqualTo(DateProvenance.FETCHED);
        assertThat(normalised.warnings())
                .containsExactly("publishedAt: " + doubt + "; the time of reading is taken instead");
    }

    @Test
    void dateUpToAnHourAheadIsBelieved() throws ItemFaultException {
        Instant ahead = NOW.plus(Duration.ofHours(1));

        assertThat(article(item().date(ahead.toString()).build()).getPublishedAt())
                .isEqualTo(ahead);
    }

    @Test
    void whatCannotBeReadIsLeftOutWithAWarning() throws ItemFaultException {
        Normaliser.Normalised normalised = Normaliser.normalise(
                item().url("javascript:\u001B[31m")
                        .language("no language at all")
                        .build(),
                FILE);

        assertThat(normalised.article().getUrl()).isNull();
        assertThat(normalised.article().getLanguage()).isNull();
        assertThat(normalised.warnings())
                .containsExactly(
                        "url: 'javascript:\\u001b[31m' is no http or https address; it is left out",
                        "language: 'no language at all' is no BCP 47 tag; it is left out");
    }

    private static Article article(RawItem item) throws ItemFaultException {
        return Normaliser.normalise(item, FILE).article();
    }

    private static Article article(RawItem item, String file) throws ItemFaultException {
        return Normaliser.normalise(item, new Arrival(file, MODIFIED, NOW)).article();
    }

    private static String id(Builder item) throws ItemFaultException {
        return article(item.build()).getId();
    }

    private static String hash(Builder item) throws ItemFaultException {
        return article(item.build()).getContentHash();
    }

    private static Builder item() {
        return new Builder();
    }

    private static final class Builder {
        private String id;
        private String title = "Oil falls";
        private String body;
        private String source;
        private String url;
        private String byline;
        private String language;
        private RawDate date;

        Builder id(String value) {
            id = value;
            return this;
        }

        Builder title(String value) {
            title = value;
            return this;
        }

        Builder body(String value) {
            body = value;
            return this;
        }

        Builder source(String value) {
            source = value;
            return this;
        }

        Builder url(String value) {
            url = value;
            return this;
        }

        Builder byline(String value) {
            byline = value;
            return this;
        }

        Builder language(String value) {
            language = value;
            return this;
        }

        Builder date(String value) {
            date = RawDate.text(value);
            return this;
        }

        RawItem build() {
            return new RawItem(id, title, body, source, url, byline, language, date);
        }
    }
}
