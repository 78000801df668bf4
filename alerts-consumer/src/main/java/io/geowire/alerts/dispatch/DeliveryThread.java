package io.geowire.alerts.dispatch;

import io.geowire.service.net.OutboundHttp;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a dispatcher until it is told to stop. */
final class DeliveryThread {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryThread.class);

    private final Dispatcher dispatcher;
    private final OutboundHttp http;
    private final CompletableFuture<Void> failure;
    private final Thread thread;
    private volatile boolean stopping;

    /**
     * @param http what the dispatcher sends with; closed with it
     * @param failure told if the dispatcher cannot go on
     */
    DeliveryThread(String receiver, Dispatcher dispatcher, OutboundHttp http, CompletableFuture<Void> failure) {
        this.dispatcher = dispatcher;
        this.http = http;
        this.failure = failure;
        thread = new Thread(this::run, "geowire-delivery-" + receiver);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    DeliveryStatus status() {
        return dispatcher.status();
    }

    /** Begins nothing more. */
    void stop() {
        stopping = true;
        if (thread.getState() == Thread.State.NEW) {
            end();
        }
    }

    /** Breaks off the request under way. */
    void abort() {
        http.close();
    }

    /** Waits until it has ended, or until {@code nanoTime} is reached. */
    void awaitEnd(long nanoTime) {
        try {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanoTime - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            dispatcher.begin();
            while (!stopping) {
                dispatcher.step();
            }
        } catch (RuntimeException | Error e) {
            failure.completeExceptionally(e);
        } finally {
            end();
        }
    }

    private void end() {
        try {
            dispatcher.end();
        } catch (RuntimeException e) {
            LOG.warn("cannot leave the consumer group in good order: {}", e.toString());
        } finally {
            http.close();
        }
    }
}
