/**
 * Serdes of Avro records in Confluent's wire format: a zero byte, the id of the schema in four bytes, the record in Avro's
 * binary encoding.
 *
 * <p>Three kinds of error are kept apart: {@link io.geowire.schemas.serde.MalformedRecordException} is the record's own
 * fault, {@link io.geowire.schemas.registry.RegistryUnavailableException} is the world's, {@link
 * org.apache.kafka.common.config.ConfigException} is the configuration's.
 */
@NullMarked
package io.geowire.schemas.serde;

import org.jspecify.annotations.NullMarked;
