package io.geowire.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;

/** The record is at fault: its bytes or its values are not what its schema says. Others are not affected. */
public final class MalformedRecordException extends SerializationException {
    private static final long serialVersionUID = 1L;

    public MalformedRecordException(String message) {
        super(message);
    }

    public MalformedRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
