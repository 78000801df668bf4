package io.geowire.schemas.catalogue;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A topic as the catalogue describes it.
 *
 * @param name letters in lower case, digits, dots and hyphens; Kafka's own limit of 249 characters. No underscores: in
 *     the names of metrics they collide with dots
 * @param owner application that creates the topic
 * @param key what the record key is; always UTF-8 text
 * @param value full name of the Avro record in the value
 * @param partitions number of partitions, 1 or more
 * @param config topic settings by Kafka's own names
 * @param doc what the topic holds, and why it is set up so
 */
public record TopicSpec(
        String name, String owner, String key, String value, int partitions, Map<String, String> config, String doc) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9.-]{1,249}");

    public TopicSpec {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "topic '" + name + "': a name has lower-case letters, digits, dots and hyphens, at most 249");
        }
        requireText(name, "owner", owner);
        requireText(name, "key", key);
        requireText(name, "value", value);
        requireText(name, "doc", doc);
        if (partitions < 1) {
            throw new IllegalArgumentException(
                    "topic '" + name + "': partitions is " + partitions + ", must be 1 or more");
        }
        config = Map.copyOf(config);
    }

    /** The same topic with another number of partitions, for a deployment that needs more. */
    public TopicSpec withPartitions(int count) {
        return new TopicSpec(name, owner, key, value, count, config, doc);
    }

    private static void requireText(String topic, String field, String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("topic '" + topic + "': " + field + " is missing");
        }
    }
}
