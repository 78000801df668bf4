package io.geowire.ingest.feed;

/** One item of a feed cannot be read. The message is the reason, in one line. */
final class BrokenItemException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenItemException(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
