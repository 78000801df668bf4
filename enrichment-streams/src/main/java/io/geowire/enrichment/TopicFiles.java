package io.geowire.enrichment;

import io.geowire.enrichment.topic.LexiconException;
import io.geowire.enrichment.topic.TopicLexicon;
import io.geowire.service.ConfigurationException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the files in which users add topics. */
public final class TopicFiles {
    private static final long MOST_BYTES = 4L * 1024 * 1024;

    private TopicFiles() {}

    /**
     * The topics that come with Geowire and those of a file.
     *
     * @param file of further topics; null for none
     * @throws ConfigurationException if it cannot be read or is wrong: a line a fault, {@code file:line: reason}
     */
    public static TopicLexicon lexicon(@Nullable Path file) {
        TopicLexicon shipped = TopicLexicon.shipped();
        if (file == null) {
            return shipped;
        }
        try {
            return shipped.with(file.toString(), lines(file));
        } catch (LexiconException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()));
        }
    }

    private static List<String> lines(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
                throw new ConfigurationException(file + ": larger than 4 MiB");
            }
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new ConfigurationException(file + ": no such file");
        } catch (CharacterCodingException e) {
            throw new ConfigurationException(file + ": not UTF-8");
        } catch (IOException e) {
            throw new ConfigurationException(file + ": cannot be read: " + e.getMessage());
        }
    }
}
