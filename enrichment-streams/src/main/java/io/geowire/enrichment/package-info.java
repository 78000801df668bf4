/** The process that enriches: configuration, life cycle and metrics around the topology. */
@NullMarked
package io.geowire.enrichment;

import org.jspecify.annotations.NullMarked;
