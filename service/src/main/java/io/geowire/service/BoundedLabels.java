package io.geowire.service;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of a tag out of names that the input chooses: the first so many different ones are told apart, the rest are {@code other}.
 * Many threads may share it.
 */
public final class BoundedLabels {
    /** What has no name. */
    public static final String NONE = "none";

    /** What came after the last name that is told apart. */
    public static final String OTHER = "other";

    private static final int MAX_LENGTH = 80;

    private final int max;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** @param max how many different names, 0 or more */
    public BoundedLabels(int max) {
        this.max = max;
    }

    /** The value for a name, cut at 80 characters. */
    public String of(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return NONE;
        }
        String label = name.length() <= MAX_LENGTH ? name : name.substring(0, MAX_LENGTH);
        if (known.contains(label)) {
            return label;
        }
        synchronized (known) {
            if (known.size() >= max) {
                return OTHER;
            }
            known.add(label);
            return label;
        }
    }
}
