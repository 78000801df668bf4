/** Makes the models that ship with Geowire from labelled news. Deterministic: the same news gives the same model. */
@NullMarked
package io.geowire.enrichment.training;

import org.jspecify.annotations.NullMarked;
