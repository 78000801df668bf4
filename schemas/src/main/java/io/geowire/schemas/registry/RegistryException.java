package io.geowire.schemas.registry;

import org.apache.kafka.common.KafkaException;

/** The registry answered a request with no. Asking again will not help. */
public final class RegistryException extends KafkaException {
    private static final long serialVersionUID = 1L;

    /** Error code of an unknown subject. */
    public static final int SUBJECT_NOT_FOUND = 40401;
    /** Error code of an unknown schema or id. */
    public static final int SCHEMA_NOT_FOUND = 40403;
    /** Error code of a schema that is not valid, or not Avro. */
    public static final int INVALID_SCHEMA = 42201;

    private final int errorCode;

    /**
     * @param errorCode Confluent's error code, or the HTTP status if the answer has none
     * @param message what was asked and what the registry said; no secrets
     */
    public RegistryException(int errorCode, String message) {
        super(message);
        this.errorCode = errorCode;
    }

    /** Confluent's error code, or the HTTP status if the answer had none. */
    public int errorCode() {
        return errorCode;
    }
}
