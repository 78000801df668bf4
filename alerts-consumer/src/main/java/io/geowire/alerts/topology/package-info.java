/**
 * THE alert topology: enriched articles in, alerts out. {@link io.geowire.alerts.topology.AlertTopology} wires, the processors
 * hold state and call the pure packages.
 */
@NullMarked
package io.geowire.alerts.topology;

import org.jspecify.annotations.NullMarked;
