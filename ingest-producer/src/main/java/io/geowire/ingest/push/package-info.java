/**
 * Articles that others send: {@code POST /v1/articles}. A request is answered when the broker has what it holds, so that a
 * caller who got an answer need not ask again, and one who got none sends the same again: ids come from the content.
 *
 * <p>Everything a caller decides is bounded: bytes of a body, before and after unpacking, items, time to send it, requests and
 * bytes under way. What is beyond is refused before it is read.
 */
@NullMarked
package io.geowire.ingest.push;

import org.jspecify.annotations.NullMarked;
