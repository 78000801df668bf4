/** Readers: bytes to items, in a stream. Whatever the input holds, memory stays bounded. */
@NullMarked
package io.geowire.ingest.read;

import org.jspecify.annotations.NullMarked;
