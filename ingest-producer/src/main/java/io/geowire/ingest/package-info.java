/** Reads articles from files and publishes them: the application, its settings and its report. */
@NullMarked
package io.geowire.ingest;

import org.jspecify.annotations.NullMarked;
