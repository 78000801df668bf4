package io.geowire.standalone.registry;

import org.jspecify.annotations.Nullable;

/** The topic that holds the schemas cannot be written to or read. */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StorageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
