package io.geowire.ingest.replay;

import io.geowire.events.Article;
import io.geowire.ingest.normalise.BackfillRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Holds each article until it is due, and marks it if it is back-fill. What comes late, since the broker was slow, goes out at
 * once until the pace is caught up: the load offered stays what was asked for.
 */
public final class Replay implements UnaryOperator<Article> {
    private final Pace pace;
    private final BackfillRule backfill;
    private final Timer timer;
    private @Nullable Instant first;
    private volatile @Nullable Instant reached;
    private final AtomicLong sent = new AtomicLong();

    /** Time that passes; another one in tests. */
    interface Timer {
        /** Since the beginning of the replay. */
        Duration elapsed();

        /** Waits. True if told to end meanwhile, or before. */
        boolean pause(Duration duration) throws InterruptedException;

        /** From now on every pause says to end. */
        void stop();
    }

    public Replay(Pace pace, BackfillRule backfill) {
        this(pace, backfill, new WallTimer());
    }

    Replay(Pace pace, BackfillRule backfill, Timer timer) {
        this.pace = pace;
        this.backfill = backfill;
        this.timer = timer;
    }

    /**
     * Waits until the article is due.
     *
     * @throws CancellationException if the replay was told to end
     */
    @Override
    public Article apply(Article article) {
        Instant event = article.getPublishedAt();
        if (first == null) {
            first = event;
        }
        Duration due = pace.due(sent.get(), first, event);
        try {
            if (timer.pause(due.minus(timer.elapsed()))) {
                throw new CancellationException("the replay was told to end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the replay was interrupted");
        }
        reached = event;
        sent.incrementAndGet();
        return backfill.mark(article);
    }

    /** Ends it at the next article. Any thread may say so. */
    public void stop() {
        timer.stop();
    }

    /** Articles sent so far. */
    public long sent() {
        return sent.get();
    }

    /** Event time of the last one. */
    public Optional<Instant> reached() {
        return Optional.ofNullable(reached);
    }

    /** Since the replay began. */
    public Duration elapsed() {
        return timer.elapsed();
    }

    /** The clock on the wall, begun with the first article. */
    private static final class WallTimer implements Timer {
        private final CountDownLatch end = new CountDownLatch(1);
        private volatile long start;
        private volatile boolean begun;

        @Override
        public Duration elapsed() {
            return begun ? Duration.ofNanos(System.nanoTime() - start) : Duration.ZERO;
        }

        @Override
        public boolean pause(Duration duration) throws InterruptedException {
            if (!begun) {
                start = System.nanoTime();
                begun = true;
            }
            return end.await(Math.max(0, duration.toMillis()), TimeUnit.MILLISECONDS);
        }

        @Override
        public void stop() {
            end.countDown();
        }
    }
}
