/** What readers hand on: an item as its input gives it, a fault, or an item left out, each with where it stands. */
@NullMarked
package io.geowire.ingest.item;

import org.jspecify.annotations.NullMarked;
