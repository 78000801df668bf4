package io.geowire.service;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A service whose state a test sets by hand. */
final class StubService implements Service {
    final CompletableFuture<Void> failure = new CompletableFuture<>();
    volatile boolean started;
    volatile boolean closed;
    volatile boolean ready;

    @Override
    public void start() {
        started = true;
    }

    @Override
    public CompletionStage<Void> failure() {
        return failure;
    }

    @Override
    public boolean live() {
        return !failure.isCompletedExceptionally();
    }

    @Override
    public boolean ready() {
        return ready;
    }

    @Override
    public void close() {
        closed = true;
    }
}
