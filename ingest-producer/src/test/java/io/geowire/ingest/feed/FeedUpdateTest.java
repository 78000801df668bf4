package io.geowire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.geowire.events.Article;
import io.geowire.events.DateProvenance;
import io.geowire.events.FeedHealth;
import io.geowire.events.FeedState;
import io.geowire.ingest.feed.FeedUpdate.Published;
import io.geowire.ingest.item.ReadResult;
import io.geowire.ingest.normalise.BackfillRule;
import io.geowire.ingest.normalise.LanguageRule;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedUpdateTest {
    private static final Instant NOW = Instant.parse("2026-02-06T12:00:00Z");
    private static final Feed FEED = Feed.at(URI.create("http://feed.example/rss"), null);

    private @Nullable FeedState state;
    private Instant now = NOW;
    private Feed feed = FEED;

    @SuppressWarnings("NullAway.Init")
    private FeedUpdate last;

    @Test
    void everyItemIsPublishedOnceInOrderOfTime() {
        String document = rss(
                item("g3", "/3", "Third", "Fri, 06 Feb 2026 11:00:00 GMT"),
                item("g1", "/1", "First", "Fri, 06 Feb 2026 09:00:00 GMT"),
                item("g2", "/2", "Second", "Fri, 06 Feb 2026 10:00:00 GMT"));

        assertThat(titles(poll(document))).containsExactly("First", "Second", "Third");
        assertThat(titles(poll(document))).isEmpty();
    }

    @Test
    void itemsWithoutDateComeInTheOppositeOrderOfTheDocument() {
        poll(rss(item("b", "/b", "Newest", null), item("a", "/a", "Oldest", null)));

        assertThat(titles(last)).containsExactly("Oldest", "Newest");
        assertThat(article(0).getPublishedAt()).isEqualTo(now);
        assertThat(article(0).getPublishedAtProvenance()).isEqualTo(DateProvenance.FETCHED);
    }

    @Test
    void oldItemThatAppearsLateIsPublished() {
        poll(rss(item("new", "/new", "New", "Fri, 06 Feb 2026 11:00:00 GMT")));

        assertThat(titles(poll(rss(item("old", "/old", "Late", "Mon, 02 Feb 2026 11:00:00 GMT")))))
                .containsExactly("Late");
    }

    @Test
    void itemThatDropsOutAndComesBackIsNotNew() {
        poll(rss(item("a", "/a", "A", null)));
        poll(rss(item("b", "/b", "B", null)));

        assertThat(titles(poll(rss(item("a", "/a", "A", null), item("b", "/b", "B", null)))))
                .isEmpty();
    }

    @Test
    void changedTitleIsARevisionOfTheSameArticle() {
        poll(rss(item("g", "/slug-one", "Talks begin", "Fri, 06 Feb 2026 11:00:00 GMT")));
        String id = article(0).getId();

        poll(rss(item("g", "/slug-two", "Talks fail", "Fri, 06 Feb 2026 11:00:00 GMT")));

        assertThat(titles(last)).containsExactly("Talks fail");
        assertThat(article(0).getId()).isEqualTo(id);
        assertThat(titles(poll(rss(item("g", "/slug-two", "Talks fail", "Fri, 06 Feb 2026 11:00:00 GMT")))))
                .isEmpty();
    }

    @Test
    void authorTrackingParameterDateAndOrderAreNoChange() {
        poll(rss(
                item("a", "/a?id=1&amp;utm_source=one", "A", "Fri, 06 Feb 2026 11:00:00 GMT", "<author>Ann</author>"),
                item("b", "/b", "B", null)));
        poll(rss(
                item("b", "/b", "B", null),
                item("a", "/a?id=1&amp;utm_source=two", "A", "Fri, 06 Feb 2026 11:59:00 GMT", "<author>Bob</author>")));

        assertThat(titles(last)).isEmpty();
    }

    @Test
    void guidThatChangesWithEveryPollMakesNoNewItemOfOneUrl() {
        poll(rss(item("session-1", "/a", "A", null)));

        assertThat(titles(poll(rss(item("session-2", "/a", "A", null))))).isEmpty();
    }

    @Test
    void revisedItemWithoutDateKeepsTheTimeAtWhichItWasSeenFirst() {
        poll(rss(item("g", "/a", "A", null)));
        now = NOW.plus(Duration.ofDays(3));

        poll(rss(item("g", "/a", "A revised", null)));

        assertThat(article(0).getPublishedAt()).isEqualTo(NOW);
    }

    @Test
    void oneGuidOnAllItemsIsNoIdentity() {
        poll(rss(item("same", "/a", "A", null), item("same", "/b", "B", null)));
        assertThat(titles(last)).containsExactly("B", "A");

        poll(rss(item("same", "/c", "C", null)));
        assertThat(titles(last)).containsExactly("C");

        poll(rss(item("same", "/d", "D", null), item("same", "/c", "C", null)));
        assertThat(titles(last)).containsExactly("D");
    }

    @Test
    void oneGuidOnAllItemsWithoutUrlsLeavesTheWords() {
        String document = rss(
                "<item><guid isPermaLink='false'>x</guid><title>A</title></item>",
                "<item><guid isPermaLink='false'>x</guid><title>B</title></item>");

        assertThat(titles(poll(document))).containsExactly("B", "A");
        assertThat(titles(poll(document))).isEmpty();
    }

    @Test
    void guidsThatTurnOutToBeSharedPublishNothingAgain() {
        poll(rss(item("same", "/a", "A", null)));

        assertThat(titles(poll(rss(item("same", "/b", "B", null), item("same", "/a", "A", null)))))
                .containsExactly("B");
    }

    @Test
    void oneUrlOnAllItemsIsNoIdentity() {
        String document = rss(item("1", "/news", "A", null), item("2", "/news", "B", null));

        assertThat(titles(poll(document))).containsExactly("B", "A");
        assertThat(last.articles())
                .extracting(published -> published.article().getId())
                .doesNotHaveDuplicates();
        assertThat(titles(poll(document))).isEmpty();
    }

    @Test
    void itemTwiceInADocumentIsOne() {
        String document = rss(item("1", "/a", "A", null), item("1", "/a", "A", null), item("2", "/a", "A", null));

        assertThat(titles(poll(document))).containsExactly("A");
        assertThat(titles(poll(document))).isEmpty();
    }

    @Test
    void ofTwoVersionsInADocumentTheLaterCountsAndTheyDoNotAlternate() {
        String document = rss(
                item("1", "/a", "A", "Fri, 06 Feb 2026 09:00:00 GMT", "<description>old</description>"),
                item("1", "/a", "A", "Fri, 06 Feb 2026 10:00:00 GMT", "<description>new</description>"));

        poll(document);

        assertThat(last.articles())
                .extracting(published -> published.article().getBody())
                .containsExactly("new");
        assertThat(titles(poll(document))).isEmpty();
    }

    @Test
    void sameHeadlineOfAnotherDayIsAnotherItem() {
        poll(rss(item("mon", "/mon", "Morning briefing", null)));

        assertThat(titles(poll(rss(item("tue", "/tue", "Morning briefing", null)))))
                .containsExactly("Morning briefing");
    }

    @Test
    void urlMakesTheIdSoThatTwoFeedsOfAnArticleAreOne() {
        poll(rss(item("one", "/a", "A", null)));
        String id = article(0).getId();
        state = null;
        feed = Feed.at(URI.create("http://other.example/atom"), null);

        poll(rss(item("two", "/a", "A", null)));

        assertThat(article(0).getId()).isEqualTo(id);
    }

    @Test
    void guidsOfDifferentFeedsAreDifferent() {
        String document = rss("<item><guid isPermaLink='false'>1</guid><title>A</title></item>");
        poll(document);
        String id = article(0).getId();
        state = null;
        feed = Feed.at(URI.create("http://other.example/atom"), null);

        assertThat(poll(document).articles().get(0).article().getId()).isNotEqualTo(id);
    }

    @Test
    void futureDateIsReplacedByTheTimeOfThePollAndSaid() {
        poll(rss(item("g", "/a", "A", "Sat, 06 Feb 2027 11:00:00 GMT")));

        assertThat(article(0).getPublishedAt()).isEqualTo(now);
        assertThat(last.notes())
                .extracting(ReadResult.Note::toString)
                .singleElement()
                .asString()
                .startsWith(
                        "http://feed.example/rss:1: publishedAt: 'Sat, 06 Feb 2027 11:00:00 GMT' is more than an hour ahead");
        assertThat(titles(poll(rss(item("g", "/a", "A", "Sun, 07 Feb 2027 11:00:00 GMT")))))
                .isEmpty();
    }

    @Test
    void sourceIsThatOfTheListElseTheFeedsTitle() {
        poll(rss(item("g", "/a", "A", null)));
        assertThat(article(0).getSource()).isEqualTo("Feed of tests");

        state = null;
        feed = new Feed(FEED.url(), "Example Wire", FEED.every(), "de", false, false, java.util.Map.of());
        poll(rss(item("g", "/a", "A", null)));
        assertThat(article(0).getSource()).isEqualTo("Example Wire");
        assertThat(article(0).getLanguage()).isEqualTo("de");
    }

    @Test
    void itemWithoutTitleIsNamedByItsFirstSentence() {
        poll(rss(
                "<item><description>&lt;p&gt;Ferry sails. It waited.&lt;/p&gt;</description><link>/x</link></item>",
                "<item><description>Only a headline</description><link>/y</link></item>"));

        assertThat(titles(last)).containsExactly("Only a headline", "Ferry sails.");
        assertThat(article(0).getBody()).isNull();
        assertThat(article(1).getBody()).isEqualTo("Ferry sails. It waited.");
    }

    @Test
    void brokenItemIsSetAsideOnce() {
        String document = rss("<item><link>/x</link></item>", item("g", "/a", "A", null));

        poll(document);
        assertThat(last.refused())
                .extracting(ReadResult.Fault::reason)
                .containsExactly("neither title nor description");
        assertThat(state().getHealth()).isEqualTo(FeedHealth.OK);
        assertThat(state().getReason()).isEqualTo("1 of 2 items cannot be read");

        assertThat(poll(document).refused()).isEmpty();
    }

    @Test
    void feedOfBrokenItemsAloneIsFailing() {
        poll(rss("<item><link>/x</link></item>"));

        assertThat(state().getHealth()).isEqualTo(FeedHealth.FAILING);
        assertThat(state().getReason()).isEqualTo("none of its 1 items can be read");
    }

    @Test
    void emptyFeedIsNoFailure() {
        poll(rss());

        assertThat(state().getHealth()).isEqualTo(FeedHealth.EMPTY);
        assertThat(state().getFailures()).isZero();
        assertThat(state().getLastOk()).isEqualTo(now);
    }

    @Test
    void webPageIsAFailureThatLeavesWhatWasSeen() {
        String document = rss(item("g", "/a", "A", null));
        poll(document);

        poll("<!DOCTYPE html><html><body>Sign in</body></html>");
        assertThat(state().getHealth()).isEqualTo(FeedHealth.FAILING);
        assertThat(state().getReason()).isEqualTo("this is a web page, not a feed");
        assertThat(state().getFailingSince()).isEqualTo(now);

        assertThat(titles(poll(document))).isEmpty();
        assertThat(state().getHealth()).isEqualTo(FeedHealth.OK);
        assertThat(state().getFailures()).isZero();
        assertThat(state().getFailingSince()).isNull();
        assertThat(state().getReason()).isNull();
    }

    @Test
    void failuresBackOffAndRememberTheFirst() {
        answer(new Answer.Failed("HTTP 500", Duration.ZERO));
        assertThat(state().getNextPoll()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
        now = NOW.plus(Duration.ofMinutes(15));
        answer(new Answer.Failed("HTTP 500", Duration.ZERO));

        assertThat(state().getFailures()).isEqualTo(2);
        assertThat(state().getFailingSince()).isEqualTo(NOW);
        assertThat(state().getNextPoll()).isEqualTo(now.plus(Duration.ofMinutes(30)));
    }

    @Test
    void notModifiedClearsNoFailure() {
        poll(rss(item("g", "/a", "A", null)));
        answer(new Answer.NotModified(null, Duration.ZERO));
        assertThat(state().getHealth()).isEqualTo(FeedHealth.NOT_MODIFIED);

        answer(new Answer.Failed("HTTP 500", Duration.ZERO));
        assertThat(FeedUpdate.isConditional(state())).isFalse();
        answer(new Answer.NotModified(null, Duration.ZERO));

        assertThat(state().getHealth()).isEqualTo(FeedHealth.FAILING);
        assertThat(state().getReason()).isEqualTo("HTTP 500");
    }

    @Test
    void goneIsAskedAgainAfterADay() {
        answer(new Answer.Gone(Duration.ZERO));

        assertThat(state().getHealth()).isEqualTo(FeedHealth.GONE);
        assertThat(state().getReason()).isEqualTo("gone (HTTP 410)");
        assertThat(state().getNextPoll()).isEqualTo(now.plus(Duration.ofHours(24)));
    }

    @Test
    void permanentMoveIsSaidOnceAndForgottenOnFailure() {
        Answer moved = document(rss(), "http://new.example/rss");
        answer(moved);
        assertThat(state().getMovedTo()).isEqualTo("http://new.example/rss");
        assertThat(last.notes())
                .extracting(ReadResult.Note::toString)
                .containsExactly(
                        "http://feed.example/rss: has moved to http://new.example/rss; change the list of feeds");

        answer(moved);
        assertThat(last.notes()).isEmpty();

        answer(new Answer.Failed("HTTP 404", Duration.ZERO));
        assertThat(state().getMovedTo()).isNull();
    }

    @Test
    void feedAndServerMayAskForLongerPauses() throws FeedFormatException {
        answer(new Answer.Document(
                parsed("<rss><channel><ttl>60</ttl></channel></rss>"),
                null,
                "\"e\"",
                "yesterday",
                Duration.ofMinutes(30)));

        assertThat(state().getNextPoll()).isEqualTo(now.plus(Duration.ofMinutes(60)));
        assertThat(state().getEtag()).isEqualTo("\"e\"");
        assertThat(state().getLastModified()).isEqualTo("yesterday");

        answer(new Answer.NotModified(null, Duration.ofDays(7)));
        assertThat(state().getNextPoll()).isEqualTo(now.plus(Duration.ofHours(24)));
    }

    @Test
    void fullTextIsAskedForOnceForItemsThatHaveASummary() {
        feed = new Feed(FEED.url(), null, FEED.every(), null, true, false, java.util.Map.of());
        String document = rss(item("g", "/a", "A", null, "<description>Short.</description>"));
        UnaryOperator<FeedItem> completion = item -> item.withBody("Long text of " + item.url());

        answer(document(document, null), completion);
        assertThat(article(0).getBody()).isEqualTo("Long text of http://feed.example/a");

        assertThat(titles(answer(document(document, null), item -> item.withBody("Another text"))))
                .isEmpty();
    }

    @Test
    void stateStaysSmallWhateverTheFeedHolds() {
        String title = "<title>" + "x".repeat(2_000_000) + "</title>";
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < FeedParser.MAX_ITEMS; i++) {
            items.append("<item><title>T").append(i).append("</title></item>");
        }

        poll("<rss><channel>" + title + items + "</channel></rss>");

        assertThat(last.articles()).hasSize(FeedParser.MAX_ITEMS);
        assertThat(state().getTitle()).hasSize(300);
        assertThat(state().toString().length()).isLessThan(2_000_000);
    }

    @Test
    void textsOfAnyLengthTakeTimeInProportion() {
        poll(rss(
                "<item><description>" + "U. ".repeat(300_000) + "</description></item>",
                item("g", "/a", "A", "6 Feb 2026 10:00" + " ".repeat(300_000) + "!")));

        assertThat(last.articles()).hasSize(2);
    }

    @Test
    void whatIsRememberedIsBounded() {
        for (int round = 0; round < 50; round++) {
            String[] items = new String[20];
            for (int i = 0; i < items.length; i++) {
                items[i] = item("g" + round + "-" + i, "/" + round + "-" + i, "Title " + round + " " + i, null);
            }
            poll(rss(items));
        }

        assertThat(state().getSeen()).hasSize(200);
        assertThat(state().getItems()).isEqualTo(20);
    }

    @Test
    void oldItemsAreMarkedAsBackfill() {
        FeedUpdate update = poll("<rss version='2.0'><channel>"
                        + "<item><guid>a</guid><title>Old</title><pubDate>Tue, 06 Jan 2026 10:00:00 GMT</pubDate></item>"
                        + "<item><guid>b</guid><title>Undated</title></item></channel></rss>")
                .marked(BackfillRule.olderThan(Duration.ofDays(3)));

        assertThat(update.articles())
                .extracting(
                        each -> each.article().getTitle(),
                        each -> each.article().getBackfill())
                .containsExactly(tuple("Old", true), tuple("Undated", false));
    }

    private FeedUpdate poll(String document) {
        return answer(document(document, null));
    }

    private FeedUpdate answer(Answer answer) {
        return answer(answer, UnaryOperator.identity());
    }

    private FeedUpdate answer(Answer answer, UnaryOperator<FeedItem> completion) {
        last = FeedUpdate.of(feed, state, answer, now, completion, LanguageRule.DECLARED);
        state = last.state();
        return last;
    }

    private FeedState state() {
        return last.state();
    }

    private Article article(int index) {
        return last.articles().get(index).article();
    }

    private static Answer document(String text, @Nullable String movedTo) {
        try {
            return new Answer.Document(parsed(text), movedTo, null, null, Duration.ZERO);
        } catch (FeedFormatException e) {
            return new Answer.Failed(e.reason(), Duration.ZERO);
        }
    }

    private static FeedDocument parsed(String text) throws FeedFormatException {
        return FeedParser.parse(text.getBytes(StandardCharsets.UTF_8), null, FEED.key());
    }

    private static List<String> titles(FeedUpdate update) {
        return update.articles().stream()
                .map(Published::article)
                .map(Article::getTitle)
                .toList();
    }

    private static String rss(String... items) {
        return "<rss version='2.0'><channel><title>Feed of tests</title>" + String.join("", items) + "</channel></rss>";
    }

    private static String item(String guid, String link, String title, @Nullable String date, String... more) {
        return "<item><guid isPermaLink='false'>%s</guid><link>%s</link><title>%s</title>%s%s</item>"
                .formatted(
                        guid,
                        link,
                        title,
                        date == null ? "" : "<pubDate>" + date + "</pubDate>",
                        String.join("", more));
    }
}
