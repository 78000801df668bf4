package io.geowire.standalone.registry;

import org.jspecify.annotations.Nullable;

/**
 * A compatibility level was set or, if it is null, removed.
 *
 * @param subject null: the level of all subjects that have none of their own
 */
record LevelChange(@Nullable String subject, @Nullable CompatibilityLevel level) implements RegistryEvent {
    @Override
    public String key() {
        return subject == null ? "level" : "level/" + subject;
    }
}
