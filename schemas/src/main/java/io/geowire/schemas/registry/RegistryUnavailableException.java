package io.geowire.schemas.registry;

import org.apache.kafka.common.errors.RetriableException;

/** No registry answered in time, or each was out of order, after all retries. No record is at fault. */
public final class RegistryUnavailableException extends RetriableException {
    private static final long serialVersionUID = 1L;

    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
