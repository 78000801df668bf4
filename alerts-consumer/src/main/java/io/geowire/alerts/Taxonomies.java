package io.geowire.alerts;

import io.geowire.alerts.watch.KnownTopics;
import io.geowire.service.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
        List<String> added = text(file)
                .lines()
                .map(TOPIC::matcher)
                .filter(Matcher::matches)
                .map(topic -> topic.group(1))
                .toList();
        if (added.isEmpty()) {
            throw new ConfigurationException(file + ": no topic");
        }
        return KnownTopics.SHIPPED.with(added);
    }

    private static String text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MAX_BYTES + 1);
            if (content.length > MAX_BYTES) {
                throw new ConfigurationException(file + ": larger than 4 MiB");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (NoSuchFileException e) {
            throw new ConfigurationException(file + ": no such file");
        } catch (CharacterCodingException e) {
            throw new ConfigurationException(file + ": not UTF-8");
        } catch (IOException e) {
            throw new ConfigurationException("%s: cannot be read: %s".formatted(file, e));
        }
    }
}
