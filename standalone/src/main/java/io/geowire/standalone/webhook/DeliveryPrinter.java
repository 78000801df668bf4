package io.geowire.standalone.webhook;

import io.geowire.standalone.report.Terminal;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Shows deliveries to a person. Whoever reaches the port may send anything: nothing of it acts upon the terminal. */
public final class DeliveryPrinter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MAX_LINE = 1_000;

    private final PrintWriter out;

    public DeliveryPrinter(PrintWriter out) {
        this.out = out;
    }

    /**
     * @param fault what is wrong with the signature, if anything is
     * @param again whether a valid delivery of this id came before
     */
    void print(Instant time, String id, Optional<String> fault, boolean again, Notice notice) {
        out.printf(
                "%s  %s  %s%n",
                TIME.format(time), shown(notice.what().isEmpty() ? notice.format() : notice.what()), shown(id));
        out.println("  signature " + fault.map(reason -> "NOT VALID: " + reason).orElse("valid"));
        if (again) {
            out.println("  double    this webhook-id came before");
        }
        notice.lines().forEach(line -> out.println("  " + shown(line)));
        out.println();
        out.flush();
    }

    private static String shown(String text) {
        return Terminal.escaped(text.length() <= MAX_LINE ? text : text.substring(0, MAX_LINE) + "…");
    }
}
