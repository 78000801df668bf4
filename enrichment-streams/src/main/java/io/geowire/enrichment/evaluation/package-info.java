/**
 * How good the enrichment is, on labelled news. The format stands in {@code news/README.md} of this module.
 *
 * <p>Reading files is this package's business; what it measures is pure.
 */
@org.jspecify.annotations.NullMarked
package io.geowire.enrichment.evaluation;
