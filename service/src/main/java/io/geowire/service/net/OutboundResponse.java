package io.geowire.service.net;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to a request.
 *
 * @param status of HTTP, 200 to 599
 * @param headers by name in lower case, the values in order
 * @param body decompressed, at most as many bytes as the request allows
 * @param cut whether there was more
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record OutboundResponse(int status, Map<String, List<String>> headers, byte[] body, boolean cut) {
    /** The first value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }
}
