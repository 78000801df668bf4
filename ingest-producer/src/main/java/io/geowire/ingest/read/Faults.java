package io.geowire.ingest.read;

import io.geowire.ingest.item.Excerpt;
import io.geowire.ingest.item.Origin;
import io.geowire.ingest.item.ReadResult;
import java.io.IOException;
import java.util.Locale;

/** Faults that every reader can meet. */
final class Faults {
    private Faults() {}

    static String tooLarge(String what, int maxBytes) {
        return String.format(Locale.ROOT, "%s of more than %,d bytes", what, maxBytes);
    }

    /** The input broke off at a line. What was complete before it stays valid. */
    static ReadResult.Fault brokenOff(String file, long line, IOException cause) {
        return new ReadResult.Fault(new Origin(file, line), "cannot be read further: " + message(cause), Excerpt.NONE);
    }

    static String message(IOException e) {
        String name = e.getClass().getSimpleName();
        return e.getMessage() == null ? name : e.getMessage();
    }
}
