package io.geowire.ingest.feed;

import io.geowire.events.Article;
import io.geowire.events.DateProvenance;
import io.geowire.events.FeedHealth;
import io.geowire.events.FeedState;
import io.geowire.events.SeenItem;
import io.geowire.ingest.feed.FeedDocument.BrokenItem;
import io.geowire.ingest.feed.FeedUpdate.Published;
import io.geowire.ingest.feed.Sightings.Unseen;
import io.geowire.ingest.item.Excerpt;
import io.geowire.ingest.item.ItemFaultException;
import io.geowire.ingest.item.Origin;
import io.geowire.ingest.item.RawItem;
import io.geowire.ingest.item.ReadResult;
import io.geowire.ingest.normalise.Arrival;
import io.geowire.ingest.normalise.CleanText;
import io.geowire.ingest.normalise.Dates;
import io.geowire.ingest.normalise.LanguageRule;
import io.geowire.ingest.normalise.Normaliser;
import io.geowire.ingest.normalise.Normaliser.Normalised;
import io.geowire.ingest.text.FirstSentence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes in a feed that could be read. */
final class DocumentUpdate {
    private static final int MAX_SENTENCE = 1_000;

    /** The state of a feed and its articles must fit into records, whatever it calls itself. */
    private static final int MAX_TITLE = 300;

    private final Feed feed;
    private final FeedState asked;
    private final Answer.Document answer;
    private final FeedDocument document;
    private final Arrival arrival;
    private final UnaryOperator<FeedItem> completion;
    private final LanguageRule languages;
    private final ItemKeys keys;
    private final Sightings sightings;
    private final List<Published> articles = new ArrayList<>();
    private final List<ReadResult.Fault> refused = new ArrayList<>();
    private final List<ReadResult.Note> notes = new ArrayList<>();

    DocumentUpdate(
            Feed feed,
            FeedState asked,
            Answer.Document answer,
            Instant now,
            UnaryOperator<FeedItem> completion,
            LanguageRule languages) {
        this.feed = feed;
        this.asked = asked;
        this.answer = answer;
        this.document = answer.feed();
        this.arrival = new Arrival(feed.key(), null, now);
        this.completion = completion;
        this.languages = languages;
        this.keys = new ItemKeys(answer.feed().items(), asked.getSharedGuids());
        this.sightings = new Sightings(asked.getSeen());
    }

    FeedUpdate update() {
        if (answer.movedTo() != null && !answer.movedTo().equals(asked.getMovedTo())) {
            notes.add(new ReadResult.Note(
                    Origin.of(feed.key()), "has moved to " + answer.movedTo() + "; change the list of feeds"));
        }
        document.broken().forEach(this::refuse);
        // Feeds begin with the newest: what has no date of its own comes in order this way.
        List<FeedItem> oldestFirst = new ArrayList<>(versions());
        Collections.reverse(oldestFirst);
        oldestFirst.forEach(this::take);
        articles.sort(Comparator.comparing(published -> published.article().getPublishedAt()));
        return new FeedUpdate(state(), articles, refused, notes);
    }

    /** One item a key: of two that say they are the same, the later, else the first of the document. */
    private List<FeedItem> versions() {
        Map<Long, FeedItem> newest = new LinkedHashMap<>();
        for (FeedItem item : document.items()) {
            newest.merge(keys.key(item), item, (one, other) -> isLater(other, one) ? other : one);
        }
        return List.copyOf(newest.values());
    }

    private boolean isLater(FeedItem item, FeedItem than) {
        return item.date() != null
                && (than.date() == null
                        || date(item)
                                .filter(date(than).orElse(Instant.MAX)::isBefore)
                                .isPresent());
    }

    private Optional<Instant> date(FeedItem item) {
        return item.date() == null ? Optional.empty() : Dates.parse(item.date());
    }

    private void take(FeedItem item) {
        try {
            Normalised normalised = normalise(item);
            String id = keys.id(feed.key(), item).orElse(normalised.article().getId());
            Optional<Unseen> unseen = sightings.look(item, keys, id);
            if (unseen.isPresent()) {
                publish(item, normalised, unseen.get(), id);
            }
        } catch (ItemFaultException e) {
            refuse(new BrokenItem(item.line(), e.reason(), Excerpt.of(item.toString())));
        }
    }

    private void publish(FeedItem item, Normalised normalised, Unseen unseen, String id) throws ItemFaultException {
        Normalised whole = normalised;
        if (feed.fullText() && item.summary() && item.url() != null) {
            FeedItem completed = completion.apply(item);
            whole = completed.equals(item) ? normalised : normalise(completed);
        }
        whole = languages.settle(whole);
        Article.Builder article = Article.newBuilder(whole.article());
        SeenItem earlier = unseen.earlier();
        article.setId(earlier == null ? id : earlier.getArticleId());
        if (earlier != null && article.getPublishedAtProvenance() != DateProvenance.DECLARED) {
            // An item without a date that is revised has still been there since it was seen first.
            article.setPublishedAt(earlier.getPublishedAt());
        }
        Article built = article.build();
        sightings.remember(new SeenItem(unseen.key(), built.getId(), unseen.content(), built.getPublishedAt()));
        Origin origin = new Origin(feed.key(), item.line());
        articles.add(new Published(built, origin));
        whole.warnings().forEach(warning -> notes.add(new ReadResult.Note(origin, warning)));
    }

    private Normalised normalise(FeedItem item) throws ItemFaultException {
        String title = item.title();
        String body = item.body();
        if (title == null && body != null) {
            String paragraphs = CleanText.paragraphs(body);
            title = FirstSentence.of(cut(paragraphs.split("\n", 2)[0], MAX_SENTENCE));
            body = title.length() == paragraphs.length() ? null : body;
        }
        return Normaliser.normalise(
                new RawItem(
                        item.guid(),
                        title,
                        body,
                        source(),
                        item.url(),
                        item.byline(),
                        first(feed.language(), item.language(), document.language()),
                        item.date()),
                arrival);
    }

    private @Nullable String source() {
        return first(feed.source(), title(), feed.url().getHost());
    }

    private static @Nullable String first(@Nullable String... texts) {
        return Stream.of(texts)
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse(null);
    }

    private @Nullable String title() {
        return document.title() == null ? null : cut(document.title(), MAX_TITLE);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private void refuse(BrokenItem item) {
        if (sightings.isNew(item)) {
            refused.add(new ReadResult.Fault(new Origin(feed.key(), item.line()), item.reason(), item.value()));
        }
    }

    private FeedState state() {
        int items = document.items().size();
        int broken = document.broken().size();
        boolean failing = items == 0 && broken > 0;
        Instant now = arrival.now();
        FeedState.Builder state = FeedState.newBuilder(asked)
                .setTitle(title())
                .setHealth(failing ? FeedHealth.FAILING : items == 0 ? FeedHealth.EMPTY : FeedHealth.OK)
                .setReason(reason(items, broken))
                .setTtlSeconds(document.ttl().toSeconds())
                .setMovedTo(answer.movedTo() == null ? asked.getMovedTo() : answer.movedTo())
                .setEtag(answer.etag())
                .setLastModified(answer.lastModified())
                .setSharedGuids(keys.sharedGuids())
                .setItems(items)
                .setSeen(sightings.newest(items + broken));
        if (failing) {
            int failures = asked.getFailures() + 1;
            return state.setFailures(failures)
                    .setFailingSince(asked.getFailingSince() == null ? now : asked.getFailingSince())
                    .setNextPoll(Schedule.afterFailure(now, feed.every(), failures, answer.pause()))
                    .build();
        }
        return state.setFailures(0)
                .setFailingSince(null)
                .setLastOk(now)
                .setNextPoll(Schedule.next(now, feed.every(), document.ttl(), answer.pause()))
                .build();
    }

    private static @Nullable String reason(int items, int broken) {
        if (broken == 0) {
            return null;
        }
        return items == 0
                ? "none of its %,d items can be read".formatted(broken)
                : "%,d of %,d items cannot be read".formatted(broken, items + broken);
    }
}
