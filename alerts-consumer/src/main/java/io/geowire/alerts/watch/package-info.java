/**
 * What a watch is and when it matches. Pure: no Kafka type, no clock, no I/O.
 *
 * <ul>
 *   <li>{@link io.geowire.alerts.watch.WatchFile} reads {@code watches.yaml} and names every fault in it at once.
 *   <li>{@link io.geowire.alerts.watch.WatchQuery} turns the query of a watch into a Lucene query, or says where it is
 *       wrong or too costly.
 *   <li>{@link io.geowire.alerts.watch.WatchMatcher} finds the watches that a news item matches, with the words that
 *       did.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package io.geowire.alerts.watch;
