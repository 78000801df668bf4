package io.geowire.schemas.serde;

import org.apache.kafka.common.KafkaException;

/** The subject's latest schema cannot read what this application writes. No record is at fault. */
public final class IncompatibleSchemaException extends KafkaException {
    private static final long serialVersionUID = 1L;

    public IncompatibleSchemaException(String message) {
        super(message);
    }
}
