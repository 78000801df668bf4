/**
 * Polls feeds for as long as the process runs. {@link io.geowire.ingest.feed.poll.FeedSource} shares the feeds with its other instances by the
 * partitions of the state's topic; an answer becomes articles and state in one transaction.
 */
@NullMarked
package io.geowire.ingest.feed.poll;

import org.jspecify.annotations.NullMarked;
