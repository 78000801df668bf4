/** Trains the topics: {@code ./geowire train topics}. */
@NullMarked
package io.geowire.enrichment.training.topic;

import org.jspecify.annotations.NullMarked;
