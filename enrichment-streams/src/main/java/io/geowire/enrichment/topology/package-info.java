/**
 * The join as a Kafka Streams topology, scatter and gather: an article is analysed, asks the ring of each of its block keys for
 * relatives, and is published when all have answered; news that come later make later revisions. Processors hold store access and
 * calls into the pure packages. {@link io.geowire.enrichment.topology.Names} has every operator, store and repartition.
 */
@NullMarked
package io.geowire.enrichment.topology;

import org.jspecify.annotations.NullMarked;
