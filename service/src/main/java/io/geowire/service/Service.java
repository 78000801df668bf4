package io.geowire.service;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** A long-running part of a process. Started once, closed once. */
public interface Service extends AutoCloseable {
    /** Begins to work and returns at once. */
    void start();

    /** Completes exceptionally when the service can no longer work; never completes otherwise. */
    CompletionStage<Void> failure();

    /** Whether it works, or is on its way to. A process that is not live should be started anew. */
    boolean live();

    /** Whether it is doing its work now. */
    boolean ready();

    /** What it answers over HTTP beside metrics and health. */
    default List<HttpRoute> routes() {
        return List.of();
    }

    /** Ends the work in good order: what is begun is finished, resources are given back. Safe to call twice. */
    @Override
    void close();
}
