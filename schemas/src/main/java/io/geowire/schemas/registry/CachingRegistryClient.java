package io.geowire.schemas.registry;

import org.apache.avro.Schema;

/** Remembers what a registry never changes: ids and their schemas. The latest schema is asked for each time. */
final class CachingRegistryClient implements RegistryClient {
    private final RegistryClient registry;
    private final BoundedCache<Integer, Schema> schemas;
    private final BoundedCache<SubjectSchema, Integer> registered;
    private final BoundedCache<SubjectSchema, Integer> found;

    private record SubjectSchema(String subject, Schema schema) {}

    /** @param size how many schemas are remembered in each direction */
    CachingRegistryClient(RegistryClient registry, int size) {
        this.registry = registry;
        schemas = new BoundedCache<>(size);
        registered = new BoundedCache<>(size);
        found = new BoundedCache<>(size);
    }

    @Override
    public int register(String subject, Schema schema) {
        return registered.get(
                new SubjectSchema(subject, schema), key -> registry.register(key.subject(), key.schema()));
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return found.get(new SubjectSchema(subject, schema), key -> registry.idOf(key.subject(), key.schema()));
    }

    @Override
    public Schema schemaById(int id) {
        return schemas.get(id, registry::schemaById);
    }

    @Override
    public RegisteredSchema latest(String subject) {
        return registry.latest(subject);
    }
}
