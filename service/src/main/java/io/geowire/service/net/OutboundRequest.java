package io.geowire.service.net;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param method such as {@code GET}
 * @param uri absolute, http or https, with a host and without user information
 * @param headers by name; {@code Host} and the length of the body are set by the client
 * @param body null for none
 * @param timeout of the whole exchange, from the look-up of the name to the last byte of the answer
 * @param maxBytes of the answer's body, decompressed, that are read
 * @param allowPrivate whether the server may have an address that is not public, such as 127.0.0.1 or 10.1.2.3
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record OutboundRequest(
        String method,
        URI uri,
        Map<String, String> headers,
        byte @Nullable [] body,
        Duration timeout,
        int maxBytes,
        boolean allowPrivate) {
    /** @throws IllegalArgumentException if the URI is not as it should be, or a limit is not positive */
    public OutboundRequest {
        headers = Map.copyOf(headers);
        if (!("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                || uri.getHost() == null
                || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("not an http or https address with a host and without user information");
        }
        if (timeout.isNegative() || timeout.isZero() || maxBytes < 1) {
            throw new IllegalArgumentException("timeout and maxBytes must be positive");
        }
    }
}
