/** Trying webhooks out: a receiver for this machine, and a sample for a receiver elsewhere. */
@org.jspecify.annotations.NullMarked
package io.geowire.standalone.webhook;
