/** Pure mapping of JSON objects, Geowire's own and IPTC ninjs, to raw items. */
@NullMarked
package io.geowire.ingest.json;

import org.jspecify.annotations.NullMarked;
