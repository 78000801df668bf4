package io.geowire.enrichment;

import io.geowire.enrichment.topic.LexiconException;
import io.geowire.enrichment.topic.TopicLexicon;
import io.geowire.service.ConfigurationException;
import io.geowire.service.UserFiles;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the files in which users add topics. */
public final class TopicFiles {
    private static final int MAX_BYTES = 4 << 20;

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
            return shipped.with(file.toString(), UserFiles.lines(file, MAX_BYTES));
        } catch (LexiconException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()));
        }
    }
}
