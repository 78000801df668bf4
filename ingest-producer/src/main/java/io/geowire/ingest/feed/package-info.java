/**
 * Feeds without the web: bytes become items ({@link io.geowire.ingest.feed.FeedParser}), items are told from those that were seen
 * ({@link io.geowire.ingest.feed.Sightings}), and an answer of a server changes the state of its feed
 * ({@link io.geowire.ingest.feed.FeedUpdate}). Pure: time is an argument, state is data.
 */
@NullMarked
package io.geowire.ingest.feed;

import org.jspecify.annotations.NullMarked;
