/**
 * Gets alerts to their receivers: {@link io.geowire.alerts.dispatch.DeliveryService} runs one
 * {@link io.geowire.alerts.dispatch.Dispatcher} a receiver, each with a consumer group, a thread and connections of its own.
 * What needs neither Kafka nor network stands in {@link io.geowire.alerts.delivery}.
 */
@NullMarked
package io.geowire.alerts.dispatch;

import org.jspecify.annotations.NullMarked;
