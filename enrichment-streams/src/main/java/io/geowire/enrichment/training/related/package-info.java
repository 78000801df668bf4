/** Trains the score of pairs: {@code ./geowire train related}. */
@NullMarked
package io.geowire.enrichment.training.related;

import org.jspecify.annotations.NullMarked;
