package io.geowire.enrichment.topic;

import java.util.List;
import java.util.stream.Collectors;

/** A topic lexicon that cannot be used; the message has one line a fault. */
public final class LexiconException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * @param line of the lexicon, from 1
     * @param reason what is wrong there
     */
    public record Fault(int line, String reason) {}

    private final transient List<Fault> faults;

    LexiconException(String name, List<Fault> faults) {
        super(faults.stream()
                .map(fault -> name + ":" + fault.line() + ": " + fault.reason())
                .collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** Every fault, by line. */
    public List<Fault> faults() {
        return faults;
    }
}
