package io.geowire.schemas.registry;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A registry's address.
 *
 * @param base URL without credentials, query and closing slash
 * @param authorization value of the Authorization header: a secret
 */
record Endpoint(URI base, @Nullable String authorization) {
    URI resolve(String path) {
        return URI.create(base + path);
    }

    boolean isTls() {
        return "https".equalsIgnoreCase(base.getScheme());
    }

    /** The address alone, so that no message shows the secret. */
    @Override
    public String toString() {
        return base.toString();
    }
}
