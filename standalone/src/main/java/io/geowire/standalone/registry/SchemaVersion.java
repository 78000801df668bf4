package io.geowire.standalone.registry;

/**
 * A version of a subject.
 *
 * @param version 1 or more; never used twice in a subject
 * @param id id of the schema, 1 or more; the same schema has the same id in each subject
 * @param schema Avro schema in Avro's own layout; empty once erased
 */
record SchemaVersion(String subject, int version, int id, String schema, Lifecycle lifecycle) implements RegistryEvent {
    @Override
    public String key() {
        return "version/" + subject + "/" + version;
    }

    SchemaVersion deleted() {
        return new SchemaVersion(subject, version, id, schema, Lifecycle.DELETED);
    }

    /** What is left keeps version and id from being given away again. */
    SchemaVersion erased() {
        return new SchemaVersion(subject, version, id, "", Lifecycle.ERASED);
    }

    /** How far a version is deleted. */
    enum Lifecycle {
        LIVE,
        /** Softly: records that name its id can still be read. */
        DELETED,
        /** Permanently. */
        ERASED
    }
}
