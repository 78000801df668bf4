package io.geowire.standalone;

import io.geowire.events.Article;
import io.geowire.ingest.IngestListener;
import io.geowire.ingest.IngestReport;
import io.geowire.ingest.item.Origin;
import io.geowire.ingest.item.ReadResult;
import io.geowire.ingest.replay.Replay;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Shows how far a replay is: a bar on a terminal, else a line now and then. */
final class ReplayProgress implements IngestListener, AutoCloseable {
    private static final int WIDTH = 30;
    private static final int TERMINAL_SECONDS = 1;
    private static final int LINE_SECONDS = 5;

    private final Progress progress;
    private final Replay replay;
    private final IngestListener listener;
    private final boolean terminal = System.console() != null;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "geowire-replay-progress");
        thread.setDaemon(true);
        return thread;
    });
    private volatile long held;
    private volatile double read;

    /** @param listener is told the same */
    ReplayProgress(Progress progress, Replay replay, IngestListener listener) {
        this.progress = progress;
        this.replay = replay;
        this.listener = listener;
    }

    void start() {
        int seconds = terminal ? TERMINAL_SECONDS : LINE_SECONDS;
        clock.scheduleAtFixedRate(this::show, seconds, seconds, TimeUnit.SECONDS);
    }

    /**
     * The share that is done, from 0 to 1, as far as it can be known: of what was read, how much is sent; of what there is, how
     * much was read.
     *
     * @param allRead articles sent and held when the last one was read
     */
    static double share(long sent, long allRead, double read) {
        return allRead == 0 ? 0 : Math.min(1, (double) sent / allRead) * Math.min(1, read);
    }

    /** A bar with its percentage. */
    static String bar(double share) {
        int filled = (int) Math.round(share * WIDTH);
        return String.format(
                Locale.ROOT, "[%s%s] %3.0f %%", "#".repeat(filled), "-".repeat(WIDTH - filled), share * 100);
    }

    /** How many in how long. */
    static String rate(long count, Duration elapsed) {
        double seconds = elapsed.toMillis() / 1_000.0;
        return seconds == 0
                ? "%,d articles".formatted(count)
                : String.format(Locale.ROOT, "%,d articles in %,.1f s, %,.1f/s", count, seconds, count / seconds);
    }

    private void show() {
        String done = rate(replay.sent(), replay.elapsed())
                + replay.reached().map(at -> ", now at " + at).orElse("");
        double share = share(replay.sent(), held, read);
        if (terminal) {
            progress.rewrite(read == 0 ? done : bar(share) + "  " + done);
        } else {
            progress.say(read == 0 ? done : String.format(Locale.ROOT, "%.0f %%, %s", share * 100, done));
        }
    }

    /** What became of it all. */
    void summary(IngestReport report) {
        progress.say("%s; %,d refused, %,d skipped"
                .formatted(rate(report.published(), replay.elapsed()), report.refused(), report.skipped()));
    }

    @Override
    public void close() {
        clock.shutdownNow();
        if (terminal) {
            progress.rewrite("");
        }
    }

    @Override
    public void progressed(long bytesRead, long bytes, int stillHeld) {
        held = replay.sent() + stillHeld;
        read = bytes == 0 ? 0 : (double) bytesRead / bytes;
    }

    @Override
    public void published(Article article, Origin origin) {
        listener.published(article, origin);
    }

    @Override
    public void refused(ReadResult.Fault fault) {
        listener.refused(fault);
    }

    @Override
    public void skipped(ReadResult.Skipped skipped) {
        listener.skipped(skipped);
    }

    @Override
    public void noted(ReadResult.Note note) {
        listener.noted(note);
    }
}
