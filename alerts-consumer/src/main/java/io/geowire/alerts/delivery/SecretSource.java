package io.geowire.alerts.delivery;

import java.io.IOException;
import java.util.Optional;

/** Where a file of receivers has its secrets from: it names them and holds none. */
public interface SecretSource {
    /** The value of an environment variable; empty if it is not set. */
    Optional<String> variable(String name);

    /**
     * The content of a file.
     *
     * @param path as written in the file of receivers
     * @throws IOException if it cannot be read; the message says why
     */
    String file(String path) throws IOException;
}
