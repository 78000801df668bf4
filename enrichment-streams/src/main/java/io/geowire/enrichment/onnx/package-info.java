/** The model that turns texts into vectors, run by ONNX Runtime in this process. */
@NullMarked
package io.geowire.enrichment.onnx;

import org.jspecify.annotations.NullMarked;
