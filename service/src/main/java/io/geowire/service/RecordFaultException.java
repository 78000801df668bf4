package io.geowire.service;

/**
 * A record cannot be processed because of what it holds. It goes to the dead-letter topic and the stream goes on. Never
 * thrown for what the world did, nor for a bug that other records would meet as well.
 */
public final class RecordFaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RecordFaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
