package io.geowire.ingest.feed.poll;

/** Nothing could be fetched. The message is the reason, in one line. */
final class FetchException extends Exception {
    private static final long serialVersionUID = 1L;

    FetchException(String reason) {
        super(reason);
    }

    FetchException(String reason, Throwable cause) {
        super(reason, cause);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
