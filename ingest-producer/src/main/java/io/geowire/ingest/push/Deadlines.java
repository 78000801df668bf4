package io.geowire.ingest.push;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends reads that take too long. The JDK's server knows no time-out of a read, but an interrupt closes the connection that a thread
 * reads from.
 */
final class Deadlines {
    private static final int IDLE_SECONDS = 10;

    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "geowire-push-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    Deadlines() {
        clock.setRemoveOnCancelPolicy(true);
        clock.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        clock.allowCoreThreadTimeOut(true);
    }

    /** From now until it is closed, the thread that calls this may take so long; then it is interrupted. */
    Deadline begin(Duration time) {
        Deadline deadline = new Deadline();
        deadline.task = clock.schedule(deadline::expire, time.toMillis(), TimeUnit.MILLISECONDS);
        return deadline;
    }

    /** Of one thread, which also closes it. Afterwards that thread is not interrupted. */
    static final class Deadline implements AutoCloseable {
        private final Thread reader = Thread.currentThread();
        private @Nullable Future<?> task;
        private boolean over;
        private boolean expired;

        private Deadline() {}

        private synchronized void expire() {
            if (!over) {
                expired = true;
                reader.interrupt();
            }
        }

        @Override
        public void close() {
            if (task != null) {
                task.cancel(false);
            }
            synchronized (this) {
                over = true;
                if (expired) {
                    Thread.interrupted();
                }
            }
        }
    }
}
