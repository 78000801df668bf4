/**
 * What every Geowire process shares: {@link io.geowire.service.Settings}, the life cycle of a process
 * ({@link io.geowire.service.Service}, {@link io.geowire.service.ServiceRunner}), {@link io.geowire.service.Metrics},
 * health over HTTP and {@link io.geowire.service.DeadLetters}. It knows nothing of news.
 *
 * <p>Three kinds of error are never mixed. A record's own fault goes to a dead-letter topic and the stream goes on. What the
 * world does (broker, registry, file) is retried by the clients and then ends the process with status 1. A configuration
 * that cannot be right ends it before it starts, with status 2.
 */
@NullMarked
package io.geowire.service;

import org.jspecify.annotations.NullMarked;
