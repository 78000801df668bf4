/** Pure: which characters bytes stand for. */
@NullMarked
package io.geowire.ingest.charset;

import org.jspecify.annotations.NullMarked;
