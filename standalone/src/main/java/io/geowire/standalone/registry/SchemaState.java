package io.geowire.standalone.registry;

import io.geowire.standalone.registry.SchemaVersion.Lifecycle;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What all events so far add up to. Not for use by several threads. */
final class SchemaState {
    private final NavigableMap<String, NavigableMap<Integer, SchemaVersion>> subjects = new TreeMap<>();
    private final Map<Integer, String> schemas = new HashMap<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, CompatibilityLevel> levels = new HashMap<>();
    private CompatibilityLevel globalLevel = CompatibilityLevel.DEFAULT;
    private int maxId;

    /** @throws IllegalStateException if the event gives an id to a second schema */
    void apply(RegistryEvent event) {
        if (event instanceof SchemaVersion version) {
            apply(version);
        } else if (event instanceof LevelChange change) {
            apply(change);
        }
    }

    private void apply(SchemaVersion version) {
        if (version.lifecycle() != Lifecycle.ERASED) {
            String known = schemas.putIfAbsent(version.id(), version.schema());
            if (known != null && !known.equals(version.schema())) {
                throw new IllegalStateException("id %d of subject '%s' version %d stands for another schema already"
                        .formatted(version.id(), version.subject(), version.version()));
            }
            ids.put(version.schema(), version.id());
        }
        subjects.computeIfAbsent(version.subject(), subject -> new TreeMap<>()).put(version.version(), version);
        maxId = Math.max(maxId, version.id());
        if (version.lifecycle() == Lifecycle.ERASED
                && usages(version.id(), Visibility.LIVE_AND_DELETED).isEmpty()) {
            String schema = schemas.remove(version.id());
            if (schema != null) {
                ids.remove(schema);
            }
        }
    }

    private void apply(LevelChange change) {
        CompatibilityLevel level = change.level();
        if (change.subject() == null) {
            globalLevel = level == null ? CompatibilityLevel.DEFAULT : level;
        } else if (level == null) {
            levels.remove(change.subject());
        } else {
            levels.put(change.subject(), level);
        }
    }

    /** Subjects that have a visible version, in order of name. */
    List<String> subjects(Visibility visibility) {
        return subjects.keySet().stream()
                .filter(subject -> !versions(subject, visibility).isEmpty())
                .toList();
    }

    /** Visible versions of a subject, oldest first; empty if there is no such subject. */
    List<SchemaVersion> versions(String subject, Visibility visibility) {
        return all(subject)
                .filter(version -> visibility.shows(version.lifecycle()))
                .toList();
    }

    /** Visible versions of all subjects that have a schema. */
    List<SchemaVersion> usages(int id, Visibility visibility) {
        return subjects.values().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .filter(version -> version.id() == id && visibility.shows(version.lifecycle()))
                .toList();
    }

    Optional<String> schema(int id) {
        return Optional.ofNullable(schemas.get(id));
    }

    /** Id of a schema that some subject has, or else the next free one. */
    int idFor(String schema) {
        return ids.getOrDefault(schema, maxId + 1);
    }

    /** Highest id ever given, 0 before the first. */
    int maxId() {
        return maxId;
    }

    int nextVersion(String subject) {
        return all(subject).mapToInt(SchemaVersion::version).max().orElse(0) + 1;
    }

    CompatibilityLevel level() {
        return globalLevel;
    }

    /** The level of a subject's own. */
    Optional<CompatibilityLevel> level(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    private Stream<SchemaVersion> all(String subject) {
        NavigableMap<Integer, SchemaVersion> versions = subjects.get(subject);
        return versions == null ? Stream.empty() : versions.values().stream();
    }
}
