package io.geowire.standalone.registry;

import io.geowire.standalone.registry.SchemaVersion.Lifecycle;

/** Which versions a question is about. Erased ones are never seen. */
enum Visibility {
    LIVE,
    DELETED,
    LIVE_AND_DELETED;

    boolean shows(Lifecycle lifecycle) {
        return switch (this) {
            case LIVE -> lifecycle == Lifecycle.LIVE;
            case DELETED -> lifecycle == Lifecycle.DELETED;
            case LIVE_AND_DELETED -> lifecycle != Lifecycle.ERASED;
        };
    }
}
