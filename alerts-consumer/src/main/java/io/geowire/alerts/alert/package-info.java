/**
 * Whether a matching article raises an alert, updates one or is passed over: {@link io.geowire.alerts.alert.AlertPolicy}.
 * Pure: no Kafka type, no clock, no I/O.
 */
@org.jspecify.annotations.NullMarked
package io.geowire.alerts.alert;
