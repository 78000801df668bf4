package io.geowire.ingest;

import io.geowire.ingest.item.ReadResult;
import java.io.PrintStream;
import java.util.Locale;

/** Prints a line for each thing a person should know. */
final class ConsoleListener implements IngestListener {
    private final PrintStream out;

    ConsoleListener(PrintStream out) {
        this.out = out;
    }

    static String summary(IngestReport report) {
        return String.format(
                Locale.ROOT,
                "%,d published, %,d refused, %,d skipped, %,d files",
                report.published(),
                report.refused(),
                report.skipped(),
                report.files().size());
    }

    @Override
    public void refused(ReadResult.Fault fault) {
        out.println(fault);
    }

    @Override
    public void skipped(ReadResult.Skipped skipped) {
        out.println(skipped);
    }

    @Override
    public void noted(ReadResult.Note note) {
        out.println(note);
    }
}
