package io.geowire.service.yaml;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a file.
 *
 * @param line counted from 1
 * @param entry as messages call it, {@code watch 'new-start'} or {@code watch #2} if it has no valid name; null if no entry is
 *     meant
 * @param field field of the entry; null if none is meant
 */
public record Fault(
        String file,
        int line,
        @Nullable String entry,
        @Nullable String field,
        String reason) {
    /** One line: {@code watches.yaml:5: watch 'new-start': severity: reason}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + (entry == null ? "" : entry + ": ") + (field == null ? "" : field + ": ")
                + reason;
    }
}
