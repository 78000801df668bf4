package io.geowire.schemas.registry;

import org.apache.avro.Schema;

/**
 * A schema in the registry.
 *
 * @param id id by which records name it
 * @param schema the schema
 */
public record RegisteredSchema(int id, Schema schema) {}
