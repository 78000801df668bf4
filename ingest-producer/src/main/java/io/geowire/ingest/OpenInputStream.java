package io.geowire.ingest;

import java.io.FilterInputStream;
import java.io.InputStream;

/** A stream that belongs to somebody else: closing this leaves it open. */
final class OpenInputStream extends FilterInputStream {
    OpenInputStream(InputStream in) {
        super(in);
    }

    @Override
    public void close() {
        // Standard input is the process's, not this run's.
    }
}
