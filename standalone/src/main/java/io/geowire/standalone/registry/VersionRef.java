package io.geowire.standalone.registry;

import java.util.List;
import java.util.Optional;

/**
 * How a request names a version.
 *
 * @param text as it stands in the request
 * @param number 1 or more, or {@link #LATEST}
 */
record VersionRef(String text, int number) {
    private static final int LATEST = -1;

    /** @throws RegistryFault if it is neither a number of 1 or more nor {@code latest} or {@code -1} */
    static VersionRef parse(String text) {
        if (text.equals("latest")) {
            return new VersionRef(text, LATEST);
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 || number == LATEST) {
                return new VersionRef(text, number);
            }
        } catch (NumberFormatException e) {
            throw RegistryFault.invalidVersion(text);
        }
        throw RegistryFault.invalidVersion(text);
    }

    boolean isLatest() {
        return number == LATEST;
    }

    /** @param versions oldest first */
    Optional<SchemaVersion> in(List<SchemaVersion> versions) {
        return versions.stream()
                .filter(version -> isLatest() || version.version() == number)
                .reduce((older, newer) -> newer);
    }
}
