package io.geowire.schemas.registry;

import org.apache.avro.Schema;

/**
 * A schema registry. Implementations may be used by several threads.
 *
 * <p>All methods throw {@link RegistryUnavailableException} if the registry cannot be reached or is out of order, and
 * {@link RegistryException} if it answers that it will not.
 */
public interface RegistryClient {
    /**
     * Registers a schema under a subject, if it is not there yet.
     *
     * @return id of the schema
     */
    int register(String subject, Schema schema);

    /** Id of a schema that is registered under a subject. */
    int idOf(String subject, Schema schema);

    /** The schema with an id. */
    Schema schemaById(int id);

    /** The newest schema of a subject. */
    RegisteredSchema latest(String subject);
}
