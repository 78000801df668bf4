/**
 * Sources that bring articles for as long as the process runs, beside files, which are read once. A {@link
 * io.geowire.ingest.source.SourceFactory} makes one from what all of them share; the application starts and closes it.
 */
@NullMarked
package io.geowire.ingest.source;

import org.jspecify.annotations.NullMarked;
