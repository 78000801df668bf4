package io.geowire.service.yaml;

/**
 * What a file of one list looks like.
 *
 * @param key under which the list stands, which is also what its entries are called
 * @param entry what one of them is called
 * @param firstField a field that every entry has, for an example
 * @param maxEntries how many there may be
 * @param plain whether an entry may also be a text alone, which is its first field
 */
public record ListLayout(String key, String entry, String firstField, int maxEntries, boolean plain) {
    /** What is written if there are none. */
    String empty() {
        return "without any " + entry + " it is '" + key + ": []'";
    }
}
