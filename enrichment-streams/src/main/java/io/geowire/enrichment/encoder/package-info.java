/**
 * Texts as vectors: what means the same points the same way. Pure; the model that does it stands in {@code
 * io.geowire.enrichment.onnx}.
 */
@NullMarked
package io.geowire.enrichment.encoder;

import org.jspecify.annotations.NullMarked;
