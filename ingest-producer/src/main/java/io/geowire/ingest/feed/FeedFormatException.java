package io.geowire.ingest.feed;

/** What a server gave is no feed. The message is the reason, in one line. */
public final class FeedFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    public FeedFormatException(String reason) {
        super(reason);
    }

    /** The reason. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
