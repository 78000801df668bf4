package io.geowire.enrichment.topology;

import io.geowire.service.RecordFaultException;
import java.util.function.Supplier;

/** Where pure code meets a record. */
final class Faults {
    private Faults() {}

    /**
     * Runs pure code on what a record holds. If it fails, the record is at fault: there is nothing else that the code depends on.
     *
     * @param what was tried, for the message
     * @throws RecordFaultException if it fails; an {@link Error} is left as it is
     */
    static <T> T ofRecord(String what, Supplier<T> pure) {
        try {
            return pure.get();
        } catch (RuntimeException e) {
            throw new RecordFaultException(what + ": " + e, e);
        }
    }
}
