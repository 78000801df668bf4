package io.geowire.ingest.push;

import io.geowire.events.Article;
import io.geowire.ingest.item.Origin;
import io.geowire.ingest.publish.Outbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Publishes the articles of a request and waits until the broker has them. */
final class BatchPublisher {
    private static final String RETRY_SECONDS = "5";
    private static final Comparator<PushedItem.Accepted> BY_TIME =
            Comparator.comparing(item -> item.article().getPublishedAt());

    private final Outbox outbox;
    private final Duration timeout;

    /** @param timeout in which the broker must have acknowledged */
    BatchPublisher(Outbox outbox, Duration timeout) {
        this.outbox = outbox;
        this.timeout = timeout;
    }

    /**
     * Publishes in the order of event time, which is the order that the join downstream wants.
     *
     * @param share is given back when the broker has answered for all, be that after this returns
     * @return the items in their order; refused are those that no broker takes
     * @throws ProblemException with status 503 if broker or registry fail: a part may have got through
     */
    List<PushedItem> publish(List<PushedItem> items, InFlight.Share share) {
        List<PushedItem.Accepted> articles = items.stream()
                .filter(PushedItem.Accepted.class::isInstance)
                .map(PushedItem.Accepted.class::cast)
                .sorted(BY_TIME)
                .toList();
        Map<Integer, CompletableFuture<Outbox.Outcome>> outcomes = new HashMap<>();
        for (PushedItem.Accepted item : articles) {
            CompletableFuture<Outbox.Outcome> outcome = send(item.index(), item.article());
            outcomes.put(item.index(), outcome);
            if (outcome.isCompletedExceptionally()) {
                break; // Each further one would only wait in vain for a broker that is not there.
            }
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(outcomes.values().toArray(new CompletableFuture<?>[0]));
        share.releaseAfter(all);
        await(all);
        List<PushedItem> results = new ArrayList<>();
        for (PushedItem item : items) {
            CompletableFuture<Outbox.Outcome> outcome = outcomes.get(item.index());
            results.add(outcome == null ? item : result(item, outcome.join()));
        }
        return results;
    }

    private CompletableFuture<Outbox.Outcome> send(int index, Article article) {
        return outbox.send(article, new Origin(BatchReader.ORIGIN, index + 1L));
    }

    private void await(CompletableFuture<Void> all) {
        try {
            all.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new ProblemException(
                    503,
                    "not acknowledged; send the same again later, what did get through stays one article",
                    Map.of("Retry-After", RETRY_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(503, "the process is ending", Map.of("Retry-After", RETRY_SECONDS));
        }
    }

    private static PushedItem result(PushedItem item, Outbox.Outcome outcome) {
        return outcome instanceof Outbox.Outcome.Refused refused
                ? new PushedItem.Refused(
                        item.index(),
                        item.inputId(),
                        new Problem(413, refused.fault().reason()))
                : item;
    }
}
