/**
 * The service that raises alerts: {@link io.geowire.alerts.AlertsApp} publishes the watches of a file and runs the topology;
 * {@link io.geowire.alerts.AlertsMain} is the process.
 */
@NullMarked
package io.geowire.alerts;

import org.jspecify.annotations.NullMarked;
