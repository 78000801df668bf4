package io.geowire.alerts.watch;

/** A watch cannot be matched. The message says why. */
public final class InvalidWatchException extends Exception {
    private static final long serialVersionUID = 1;

    InvalidWatchException(String message) {
        super(message);
    }
}
