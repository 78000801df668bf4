package io.geowire.standalone;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where results go, whatever the encoding of the locale. */
final class StandardOutput {
    private StandardOutput() {}

    /** In UTF-8. What is printed waits for a flush. */
    static PrintStream open() {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)), false, StandardCharsets.UTF_8);
    }

    /** Whether a person reads it who understands styles. */
    static boolean isTerminal() {
        return System.console() != null;
    }
}
