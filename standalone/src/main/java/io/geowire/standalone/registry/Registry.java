package io.geowire.standalone.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The rules of the registry. All methods may be called by several threads and throw {@link RegistryFault} where they say no. */
final class Registry implements AutoCloseable {
    private final SchemaState state = new SchemaState();
    private final EventLog log;
    /** One change at a time: it is decided on a state that holds all changes before it. */
    private final Object writer = new Object();

    /** @throws StorageException if what is kept cannot be read */
    Registry(String bootstrapServers) {
        this.log = EventLog.open(bootstrapServers, this::apply);
    }

    /** Registers a schema as the newest version of a subject, if no live version has it. */
    SchemaVersion register(String subject, Schema schema) {
        String text = schema.toString();
        Optional<SchemaVersion> known = find(subject, text, Visibility.LIVE);
        if (known.isPresent()) {
            return known.get();
        }
        synchronized (writer) {
            log.catchUp();
            return find(subject, text, Visibility.LIVE).orElseGet(() -> add(subject, schema, text));
        }
    }

    private SchemaVersion add(String subject, Schema schema, String text) {
        List<String> faults = Compatibility.faults(schema, versions(subject, Visibility.LIVE), effectiveLevel(subject));
        if (!faults.isEmpty()) {
            throw RegistryFault.incompatible(subject, faults);
        }
        SchemaVersion version = ask(s ->
                new SchemaVersion(subject, s.nextVersion(subject), s.idFor(text), text, SchemaVersion.Lifecycle.LIVE));
        log.append(List.of(version));
        return version;
    }

    SchemaVersion lookUp(String subject, Schema schema, Visibility visibility) {
        String text = schema.toString();
        return find(subject, text, visibility).orElseThrow(() -> {
            requireVersions(subject, visibility);
            return RegistryFault.schemaNotFound();
        });
    }

    private Optional<SchemaVersion> find(String subject, String text, Visibility visibility) {
        return versions(subject, visibility).stream()
                .filter(version -> version.schema().equals(text))
                .reduce((older, newer) -> newer);
    }

    List<String> subjects(Visibility visibility) {
        return ask(s -> s.subjects(visibility));
    }

    List<SchemaVersion> requireVersions(String subject, Visibility visibility) {
        List<SchemaVersion> versions = versions(subject, visibility);
        if (versions.isEmpty()) {
            throw RegistryFault.subjectNotFound(subject);
        }
        return versions;
    }

    SchemaVersion version(String subject, VersionRef ref, Visibility visibility) {
        return ref.in(requireVersions(subject, visibility))
                .orElseThrow(() -> RegistryFault.versionNotFound(ref.text()));
    }

    String schema(int id) {
        return ask(s -> s.schema(id)).orElseThrow(() -> RegistryFault.schemaNotFound(id));
    }

    int maxId() {
        return ask(SchemaState::maxId);
    }

    List<SchemaVersion> usages(int id, Visibility visibility) {
        schema(id);
        return ask(s -> s.usages(id, visibility));
    }

    /** Why a schema may not become the newest version of a subject; an unknown subject takes any. */
    List<String> faults(String subject, Schema schema) {
        return Compatibility.faults(schema, versions(subject, Visibility.LIVE), effectiveLevel(subject));
    }

    /** Why a schema may not follow one version of a subject; the latest of an unknown subject is followed by any. */
    List<String> faults(String subject, VersionRef ref, Schema schema) {
        List<SchemaVersion> versions = versions(subject, Visibility.LIVE);
        if (versions.isEmpty() && ref.isLatest()) {
            return List.of();
        }
        return Compatibility.faults(schema, List.of(version(subject, ref, Visibility.LIVE)), effectiveLevel(subject));
    }

    /** Deletes all versions of a subject, which must be deleted softly before they are erased. */
    List<SchemaVersion> deleteSubject(String subject, boolean permanent) {
        synchronized (writer) {
            log.catchUp();
            List<SchemaVersion> all = requireVersions(subject, Visibility.LIVE_AND_DELETED);
            List<SchemaVersion> live = versions(subject, Visibility.LIVE);
            if (permanent) {
                if (!live.isEmpty()) {
                    throw RegistryFault.subjectNotDeletedYet(subject);
                }
                log.append(all.stream().map(SchemaVersion::erased).toList());
                return all;
            }
            if (live.isEmpty()) {
                throw RegistryFault.subjectDeletedAlready(subject);
            }
            deleteSoftly(subject, live);
            return live;
        }
    }

    SchemaVersion deleteVersion(String subject, VersionRef ref, boolean permanent) {
        synchronized (writer) {
            log.catchUp();
            SchemaVersion version =
                    version(subject, ref, permanent || !ref.isLatest() ? Visibility.LIVE_AND_DELETED : Visibility.LIVE);
            boolean live = version.lifecycle() == SchemaVersion.Lifecycle.LIVE;
            if (permanent && live) {
                throw RegistryFault.versionNotDeletedYet(subject, version.version());
            }
            if (!permanent && !live) {
                throw RegistryFault.versionDeletedAlready(subject, version.version());
            }
            if (permanent) {
                log.append(List.of(version.erased()));
            } else {
                deleteSoftly(subject, List.of(version));
            }
            return version;
        }
    }

    /** A subject without a live version has no level of its own either. */
    private void deleteSoftly(String subject, List<SchemaVersion> versions) {
        List<RegistryEvent> events = new ArrayList<>();
        versions.forEach(version -> events.add(version.deleted()));
        boolean last = versions.size() == versions(subject, Visibility.LIVE).size();
        if (last && level(subject).isPresent()) {
            events.add(new LevelChange(subject, null));
        }
        log.append(events);
    }

    CompatibilityLevel level() {
        return ask(SchemaState::level);
    }

    /** The level that a subject has of its own. */
    Optional<CompatibilityLevel> level(String subject) {
        return ask(s -> s.level(subject));
    }

    /** The level that counts for a subject. */
    CompatibilityLevel effectiveLevel(String subject) {
        return ask(s -> s.level(subject).orElse(s.level()));
    }

    /**
     * Sets or removes a level.
     *
     * @param subject null: the level of all subjects that have none of their own
     * @param level null: none any more
     */
    void setLevel(@Nullable String subject, @Nullable CompatibilityLevel level) {
        synchronized (writer) {
            log.catchUp();
            log.append(List.of(new LevelChange(subject, level)));
        }
    }

    private List<SchemaVersion> versions(String subject, Visibility visibility) {
        return ask(s -> s.versions(subject, visibility));
    }

    private void apply(RegistryEvent event) {
        synchronized (state) {
            state.apply(event);
        }
    }

    private <T> T ask(Function<SchemaState, T> question) {
        synchronized (state) {
            return question.apply(state);
        }
    }

    @Override
    public void close() {
        log.close();
    }
}
