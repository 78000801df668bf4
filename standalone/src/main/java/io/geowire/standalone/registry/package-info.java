/**
 * A schema registry in this JVM that speaks the part of Confluent's REST API that clients use, for Avro.
 *
 * <p>What it knows is a fold over a log of events in a compacted topic: {@link io.geowire.standalone.registry.SchemaState} applies
 * them and answers questions, {@link io.geowire.standalone.registry.EventLog} writes them and reads them back. A change is answered
 * only after it was read back, so ids are unique and survive a restart and a kill. One server at a time may use a topic.
 */
@NullMarked
package io.geowire.standalone.registry;

import org.jspecify.annotations.NullMarked;
