package io.geowire.service;

import java.util.Map;

/**
 * Limits of the JDK's HTTP server, which sets none by itself. It reads them once, when the first server of the JVM is made,
 * and only from system properties; those that are set already stay.
 */
public final class HttpLimits {
    /** Time in which a request must have come in as a whole. Connections that take longer are closed. */
    static final int REQUEST_SECONDS = 60;

    private static final Map<String, String> PROPERTIES = Map.of(
            "sun.net.httpserver.maxReqTime", Integer.toString(REQUEST_SECONDS),
            "jdk.httpserver.maxConnections", "1000",
            "sun.net.httpserver.nodelay", "true");

    private HttpLimits() {}

    /** Sets them for this JVM; of use only before its first HTTP server. */
    public static void apply() {
        PROPERTIES.forEach((name, value) -> System.getProperties().putIfAbsent(name, value));
    }
}
