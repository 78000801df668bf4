/** Benchmarks of the parts that every article passes. {@code README.md} of this module has the commands and the figures. */
@org.jspecify.annotations.NullMarked
package io.geowire.benchmarks;
