package io.geowire.ingest.push;

import java.util.Map;

/** Ends a request that cannot be answered otherwise. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    ProblemException(int status, String detail) {
        this(status, detail, Map.of());
    }

    /** @param headers to send beside the problem, by name */
    ProblemException(int status, String detail, Map<String, String> headers) {
        super(detail);
        this.problem = new Problem(status, detail);
        this.headers = Map.copyOf(headers);
    }

    Problem problem() {
        return problem;
    }

    Map<String, String> headers() {
        return headers;
    }
}
