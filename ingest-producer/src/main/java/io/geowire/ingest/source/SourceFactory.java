package io.geowire.ingest.source;

/** Makes a source that its settings turn on. */
@FunctionalInterface
public interface SourceFactory {
    /** A source that has not begun yet. Topics exist and the broker has answered when this is called. */
    Source create(SourceContext context);
}
