/** Old news sent again at a pace, for load tests and back-fills: its event times stay what they are. */
@NullMarked
package io.geowire.ingest.replay;

import org.jspecify.annotations.NullMarked;
