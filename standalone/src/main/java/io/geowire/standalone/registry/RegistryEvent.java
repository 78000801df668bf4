package io.geowire.standalone.registry;

/** Something that the registry remembers. A later event with the same key replaces an earlier one. */
sealed interface RegistryEvent permits SchemaVersion, LevelChange {
    /** What the event is about; the record's key, by which the topic is compacted. */
    String key();
}
