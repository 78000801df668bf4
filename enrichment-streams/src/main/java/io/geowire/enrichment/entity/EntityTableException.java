package io.geowire.enrichment.entity;

import java.util.List;

/** An entity table, or another table of this package, with bad rows. The message names every fault, one a line, with source and line number. */
public final class EntityTableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    EntityTableException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** Each fault as {@code source:line: reason}. */
    public List<String> faults() {
        return faults;
    }
}
