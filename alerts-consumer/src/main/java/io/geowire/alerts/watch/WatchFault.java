package io.geowire.alerts.watch;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a file of watches.
 *
 * @param line counted from 1
 * @param watch id of the watch, or its number in the file as {@code #2} if it has no valid id; null if no watch is meant
 * @param field field of the watch; null if none is meant
 */
public record WatchFault(
        String file,
        int line,
        @Nullable String watch,
        @Nullable String field,
        String reason) {
    /** One line: {@code watches.yaml:5: watch 'new-start': severity: reason}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file).append(':').append(line).append(": ");
        if (watch != null) {
            text.append(watch.startsWith("#") ? "watch " + watch : "watch '" + watch + "'")
                    .append(": ");
        }
        if (field != null) {
            text.append(field).append(": ");
        }
        return text.append(reason).toString();
    }
}
