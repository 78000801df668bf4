package io.geowire.standalone.report;

import java.util.Locale;
import java.util.regex.Pattern;

/** Keeps what came in from outside from acting upon the terminal that shows it. */
public final class Terminal {
    /** Controls, and the marks that make a terminal show text in another order than it is written. */
    private static final Pattern ACTIVE =
            Pattern.compile("[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");

    private Terminal() {}

    /** The text with every active character written as {@code \}{@code u} and four hexadecimal digits. */
    public static String escaped(String text) {
        return ACTIVE.matcher(text)
                .replaceAll(match -> String.format(
                        Locale.ROOT, "\\\\u%04x", (int) match.group().charAt(0)));
    }
}
