package io.geowire.ingest.source;

import io.geowire.service.HttpRoute;
import io.geowire.service.Service;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Runs the sources of a process together: it fails when one of them does, and is well when all are. */
public final class SourceHost implements Service {
    private final List<Source> sources;
    private final SourceContext context;
    private final CompletableFuture<Void> failure = new CompletableFuture<>();

    /** Begun and not yet closed, the latest first. */
    private final Deque<Source> begun = new ArrayDeque<>();

    /** Makes the sources. */
    public SourceHost(SourceContext context, List<SourceFactory> factories) {
        this.context = context;
        this.sources =
                factories.stream().map(factory -> factory.create(context)).toList();
    }

    /** Starts them in their order. If one does not start, its exception comes out; close this then as well. */
    @Override
    public synchronized void start() {
        watch(context.outbox().failure());
        for (Source source : sources) {
            begun.addFirst(source);
            watch(source.failure());
            source.start();
        }
    }

    /** What they answer over HTTP. */
    public List<HttpRoute> routes() {
        return sources.stream().flatMap(source -> source.routes().stream()).toList();
    }

    @Override
    public CompletionStage<Void> failure() {
        return failure.minimalCompletionStage();
    }

    @Override
    public boolean live() {
        return sources.stream().allMatch(Service::live);
    }

    @Override
    public boolean ready() {
        return sources.stream().allMatch(Service::ready);
    }

    /** Closes them in the opposite order. What they sent last is delivered when the outbox is closed after this. */
    @Override
    public synchronized void close() {
        while (!begun.isEmpty()) {
            begun.removeFirst().close();
        }
    }

    private void watch(CompletionStage<Void> part) {
        part.whenComplete((nothing, fault) -> {
            if (fault != null) {
                failure.completeExceptionally(fault);
            }
        });
    }
}
