package io.geowire.service;

import java.util.Set;

/**
 * Where metrics and health are served.
 *
 * @param host address to bind to; loopback unless told otherwise
 * @param port 0 for any free one
 */
public record HttpConfig(String host, int port) {
    static final String PREFIX = "geowire.http.";
    static final String HOST = PREFIX + "host";
    static final String PORT = PREFIX + "port";

    public static HttpConfig from(Settings settings, int defaultPort) {
        settings.allowOnly(PREFIX, Set.of(HOST, PORT));
        return new HttpConfig(settings.text(HOST, "127.0.0.1"), settings.integer(PORT, defaultPort, 0, 65_535));
    }
}
