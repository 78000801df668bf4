/** Pure: a raw item becomes an {@code Article} with its id, its date and its content hash. */
@NullMarked
package io.geowire.ingest.normalise;

import org.jspecify.annotations.NullMarked;
