package io.geowire.schemas.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/** A registry inside this JVM. It checks no compatibility. */
public final class MockRegistry implements RegistryClient {
    /** Shared by nature: serdes that are given the same {@code mock://name} must meet, as they do at a URL. */
    private static final Map<String, MockRegistry> BY_NAME = new ConcurrentHashMap<>();

    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, List<RegisteredSchema>> subjects = new LinkedHashMap<>();

    /** The registry of a name, which is new and empty when it was not asked for before. */
    public static MockRegistry named(String name) {
        return BY_NAME.computeIfAbsent(name, n -> new MockRegistry());
    }

    @Override
    public synchronized int register(String subject, Schema schema) {
        List<RegisteredSchema> versions = subjects.computeIfAbsent(subject, s -> new ArrayList<>());
        int id = indexOf(schema) + 1;
        if (id == 0) {
            schemas.add(schema);
            id = schemas.size();
        }
        RegisteredSchema registered = new RegisteredSchema(id, schema);
        if (!versions.contains(registered)) {
            versions.add(registered);
        }
        return id;
    }

    @Override
    public synchronized int idOf(String subject, Schema schema) {
        int id = indexOf(schema) + 1;
        if (versions(subject).stream().noneMatch(version -> version.id() == id)) {
            throw new RegistryException(
                    RegistryException.SCHEMA_NOT_FOUND,
                    "subject '" + subject + "' has no such schema " + schema.getFullName());
        }
        return id;
    }

    @Override
    public synchronized Schema schemaById(int id) {
        if (id < 1 || id > schemas.size()) {
            throw new RegistryException(RegistryException.SCHEMA_NOT_FOUND, "schema " + id + " not found");
        }
        return schemas.get(id - 1);
    }

    @Override
    public synchronized RegisteredSchema latest(String subject) {
        List<RegisteredSchema> versions = versions(subject);
        return versions.get(versions.size() - 1);
    }

    private List<RegisteredSchema> versions(String subject) {
        List<RegisteredSchema> versions = subjects.get(subject);
        if (versions == null) {
            throw new RegistryException(RegistryException.SUBJECT_NOT_FOUND, "subject '" + subject + "' not found");
        }
        return versions;
    }

    /** Schemas are told apart as a registry does, by their text: {@code Schema.equals} overlooks documentation. */
    private int indexOf(Schema schema) {
        String text = schema.toString();
        for (int i = 0; i < schemas.size(); i++) {
            if (schemas.get(i).toString().equals(text)) {
                return i;
            }
        }
        return -1;
    }
}
