package io.geowire.alerts;

import io.geowire.alerts.watch.KnownTopics;
import io.geowire.service.ConfigurationException;
import io.geowire.service.UserFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which topics the file of a user's own topics adds. Only its lines {@code topic: id} are read here: whether the file is right is for
 * enrichment to say, which labels by it.
 */
public final class Taxonomies {
    private static final Pattern TOPIC = Pattern.compile("\\s*topic:\\s*([a-z]+(?:-[a-z]+)*)\\s*");
    private static final int MAX_BYTES = 4 << 20;

    private Taxonomies() {}

    /**
     * The topics that come with Geowire and those of a file.
     *
     * @param file of further topics; null for none
     * @throws ConfigurationException if it cannot be read or names no topic
     */
    public static KnownTopics known(@Nullable Path file) {
        if (file == null) {
            return KnownTopics.SHIPPED;
        }
        List<String> added = UserFiles.lines(file, MAX_BYTES).stream()
                .map(TOPIC::matcher)
                .filter(Matcher::matches)
                .map(topic -> topic.group(1))
                .toList();
        if (added.isEmpty()) {
            throw new ConfigurationException(file + ": no topic");
        }
        return KnownTopics.SHIPPED.with(added);
    }
}
