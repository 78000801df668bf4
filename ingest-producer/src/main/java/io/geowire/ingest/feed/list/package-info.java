/** Lists of feeds in YAML or OPML: read and checked with every fault at once, and added to. Pure. */
@NullMarked
package io.geowire.ingest.feed.list;

import org.jspecify.annotations.NullMarked;
