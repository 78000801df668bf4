package io.geowire.enrichment.evaluation;

/** Labelled news that cannot be read. The message names file, line and fault. */
public final class LabelledNewsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LabelledNewsException(String source, int line, String fault) {
        super(source + ":" + line + ": " + fault);
    }
}
