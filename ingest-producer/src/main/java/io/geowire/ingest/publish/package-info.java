/** Kafka's edge: publishes articles and dead letters in order, each once. */
@NullMarked
package io.geowire.ingest.publish;

import org.jspecify.annotations.NullMarked;
