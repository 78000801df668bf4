/**
 * Who is told of an alert, and what is sent. Pure: no Kafka type, no clock, no I/O; time is an argument.
 *
 * <ul>
 *   <li>{@link io.geowire.alerts.delivery.Receiver} is who is told, where, of what and in which format.
 *   <li>{@link io.geowire.alerts.delivery.format.Messages} renders an alert for a receiver, once for all attempts.
 *   <li>{@link io.geowire.alerts.delivery.Signatures} signs each attempt, and verifies.
 *   <li>{@link io.geowire.alerts.delivery.Redaction} is how a receiver's address may be shown.
 *   <li>{@link io.geowire.alerts.delivery.Backlog} is what is to be delivered next, and how far a receiver is.
 *   <li>{@link io.geowire.alerts.delivery.Verdict} is what an answer means.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package io.geowire.alerts.delivery;
