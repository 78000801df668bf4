package io.geowire.ingest.normalise;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an item came in.
 *
 * @param file name of its file without folders, {@code -} for standard input
 * @param modified when its file was last written; null if it is not of a file
 * @param now when it was read
 */
public record Arrival(String file, @Nullable Instant modified, Instant now) {}
