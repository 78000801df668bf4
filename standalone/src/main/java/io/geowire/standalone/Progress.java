package io.geowire.standalone;

import io.geowire.standalone.report.Terminal;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tells a person on standard error what a command is doing. */
final class Progress {
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(5);

    private final PrintStream out;
    private long last = System.nanoTime();
    private boolean rewritten;

    Progress(PrintStream out) {
        this.out = out;
    }

    synchronized void say(String what) {
        if (rewritten) {
            rewrite("");
        }
        rewritten = false;
        out.println("geowire: " + Terminal.escaped(what));
        last = System.nanoTime();
    }

    /** Writes over the line that a terminal shows. */
    synchronized void rewrite(String line) {
        out.print("\r\u001b[K" + Terminal.escaped(line));
        out.flush();
        rewritten = true;
    }

    /** Says how far a long job is, every five seconds. */
    void count(int done, int all) {
        note(() -> "%,d of %,d articles are through".formatted(done, all));
    }

    /** Says how a long job stands, every five seconds. */
    void note(Supplier<String> how) {
        if (System.nanoTime() - last > INTERVAL) {
            say(how.get());
        }
    }
}
