package io.geowire.schemas.serde;

import io.geowire.schemas.registry.RegistryClient;
import io.geowire.schemas.registry.RegistryException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;

/** Finds the schemas that records say they were written with. */
final class WriterSchemas {
    /** Answers of the registry that speak against the record, which names an id. */
    private static final Set<Integer> RECORDS_FAULT =
            Set.of(RegistryException.SCHEMA_NOT_FOUND, RegistryException.INVALID_SCHEMA);

    private WriterSchemas() {}

    /**
     * The schema with an id.
     *
     * @throws MalformedRecordException if the registry has no such Avro schema, or it contains itself. No contract does,
     *     and a record that is nested without end would take the reader's stack with it
     */
    static Schema byId(RegistryClient registry, int id) {
        Schema schema = ask(registry, id);
        if (containsItself(schema, new HashSet<>(), new HashSet<>())) {
            throw new MalformedRecordException("schema " + id + ", " + schema.getFullName() + ", contains itself");
        }
        return schema;
    }

    private static Schema ask(RegistryClient registry, int id) {
        try {
            return registry.schemaById(id);
        } catch (RegistryException e) {
            if (RECORDS_FAULT.contains(e.errorCode())) {
                throw new MalformedRecordException("the registry has no Avro schema " + id + ": " + e.getMessage(), e);
            }
            throw e;
        }
    }

    /**
     * @param around names of the records around this schema
     * @param cleared names of the records already looked through
     */
    private static boolean containsItself(Schema schema, Set<String> around, Set<String> cleared) {
        return switch (schema.getType()) {
            case ARRAY -> containsItself(schema.getElementType(), around, cleared);
            case MAP -> containsItself(schema.getValueType(), around, cleared);
            case UNION -> anyContainsItself(schema.getTypes(), around, cleared);
            case RECORD -> {
                String name = schema.getFullName();
                if (!around.add(name)) {
                    yield true;
                }
                boolean found = !cleared.contains(name)
                        && anyContainsItself(
                                schema.getFields().stream()
                                        .map(Schema.Field::schema)
                                        .toList(),
                                around,
                                cleared);
                around.remove(name);
                cleared.add(name);
                yield found;
            }
            default -> false;
        };
    }

    private static boolean anyContainsItself(List<Schema> schemas, Set<String> around, Set<String> cleared) {
        return schemas.stream().anyMatch(schema -> containsItself(schema, around, cleared));
    }
}
