/** What ingesting counts, whatever the source. */
@NullMarked
package io.geowire.ingest.metrics;

import org.jspecify.annotations.NullMarked;
