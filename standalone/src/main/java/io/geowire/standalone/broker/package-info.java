/**
 * A Kafka broker in this JVM, and the folder that keeps what it writes. Kafka's server classes are internal: their version is pinned,
 * and nothing outside this package touches them.
 */
@NullMarked
package io.geowire.standalone.broker;

import org.jspecify.annotations.NullMarked;
