package io.geowire.ingest.feed;

import io.geowire.events.Article;
import io.geowire.events.FeedHealth;
import io.geowire.events.FeedState;
import io.geowire.ingest.item.Origin;
import io.geowire.ingest.item.ReadResult;
import io.geowire.ingest.normalise.BackfillRule;
import io.geowire.ingest.normalise.LanguageRule;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a poll comes to: the feed's state after it, and what is to be published together with that.
 *
 * @param articles new ones and revisions, in the order of their time
 * @param refused items that cannot be read and have not been before
 * @param notes something to know that took nothing away, such as a feed that has moved
 */
public record FeedUpdate(
        FeedState state, List<Published> articles, List<ReadResult.Fault> refused, List<ReadResult.Note> notes) {
    /** An article and where its item stands. */
    public record Published(Article article, Origin origin) {}

    public FeedUpdate {
        articles = List.copyOf(articles);
        refused = List.copyOf(refused);
        notes = List.copyOf(notes);
    }

    /**
     * Takes an answer in.
     *
     * @param before state of the feed; null if it has never been asked
     * @param now when the answer came
     * @param completion gives items that have only a summary their whole text, or leaves them as they are
     * @param languages says which language each article is in
     */
    public static FeedUpdate of(
            Feed feed,
            @Nullable FeedState before,
            Answer answer,
            Instant now,
            UnaryOperator<FeedItem> completion,
            LanguageRule languages) {
        Instant time = now.truncatedTo(ChronoUnit.MILLIS);
        FeedState known = before == null ? unknown(feed, time) : before;
        FeedState asked = FeedState.newBuilder(known).setLastPoll(time).build();
        if (answer instanceof Answer.Document document) {
            return new DocumentUpdate(feed, asked, document, time, completion, languages).update();
        }
        if (answer instanceof Answer.NotModified unchanged) {
            return withoutArticles(unchanged(feed, asked, unchanged, time));
        }
        if (answer instanceof Answer.Failed failure) {
            return withoutArticles(failed(feed, asked, failure.reason(), failure.pause(), time));
        }
        return withoutArticles(FeedState.newBuilder(failed(feed, asked, "gone (HTTP 410)", answer.pause(), time))
                .setHealth(FeedHealth.GONE)
                .setNextPoll(time.plus(Schedule.LONGEST))
                .build());
    }

    /** The same, with the articles marked that are back-fill. */
    public FeedUpdate marked(BackfillRule rule) {
        return new FeedUpdate(
                state,
                articles.stream()
                        .map(each -> new Published(rule.mark(each.article()), each.origin()))
                        .toList(),
                refused,
                notes);
    }

    /** Whether a poll may ask for changes only. After a failure all is wanted: what would not have changed might be the fault. */
    public static boolean isConditional(FeedState state) {
        return state.getHealth() != FeedHealth.FAILING && state.getHealth() != FeedHealth.GONE;
    }

    private static FeedState unknown(Feed feed, Instant now) {
        return FeedState.newBuilder()
                .setUrl(feed.key())
                .setLastPoll(now)
                .setNextPoll(now)
                .build();
    }

    private static FeedUpdate withoutArticles(FeedState state) {
        return new FeedUpdate(state, List.of(), List.of(), List.of());
    }

    /** Leaves a failure as it is: that there is nothing new says nothing of what was wrong with the old. */
    private static FeedState unchanged(Feed feed, FeedState asked, Answer.NotModified answer, Instant now) {
        FeedState.Builder state = FeedState.newBuilder(asked)
                .setNextPoll(
                        Schedule.next(now, feed.every(), Duration.ofSeconds(asked.getTtlSeconds()), answer.pause()));
        if (isConditional(asked)) {
            state.setHealth(FeedHealth.NOT_MODIFIED).setLastOk(now);
        }
        if (answer.movedTo() != null) {
            state.setMovedTo(answer.movedTo());
        }
        return state.build();
    }

    /** Where a feed had moved to is forgotten: the next poll begins at its own address again. */
    private static FeedState failed(Feed feed, FeedState asked, String reason, Duration pause, Instant now) {
        int failures = asked.getFailures() + 1;
        return FeedState.newBuilder(asked)
                .setHealth(FeedHealth.FAILING)
                .setReason(reason)
                .setFailures(failures)
                .setFailingSince(asked.getFailingSince() == null ? now : asked.getFailingSince())
                .setMovedTo(null)
                .setNextPoll(Schedule.afterFailure(now, feed.every(), failures, pause))
                .build();
    }
}
