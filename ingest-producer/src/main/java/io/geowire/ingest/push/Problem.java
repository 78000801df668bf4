package io.geowire.ingest.push;

import io.geowire.ingest.item.Printable;

/**
 * What is wrong, after RFC 9457, of type {@code about:blank}: the status says what kind of problem it is.
 *
 * @param status of HTTP
 * @param detail one line, safe to print
 */
record Problem(int status, String detail) {
    static final String MEDIA_TYPE = "application/problem+json";

    Problem {
        detail = Printable.escape(detail);
    }

    /** The phrase of HTTP for its status. */
    String title() {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 422 -> "Unprocessable Content";
            case 429 -> "Too Many Requests";
            case 503 -> "Service Unavailable";
            default -> throw new IllegalStateException("no such problem: " + status);
        };
    }
}
