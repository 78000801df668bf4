package io.geowire.enrichment.entity;

import io.geowire.enrichment.entity.Cues.Kind;
import io.geowire.enrichment.text.Token;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What is known of single words: their cluster, and what kinds of names they stand in or beside. */
final class Lexicon {
    static final int ORDINARY = 1 << Kind.values().length;
    static final int DEMONYM = ORDINARY << 1;
    static final int GIVEN = DEMONYM << 1;
    static final int SURNAME = GIVEN << 1;

    private final WordClusters clusters;
    private final WordFlags flags;

    private Lexicon(WordClusters clusters, WordFlags flags) {
        this.clusters = clusters;
        this.flags = flags;
    }

    /** The words that come with Geowire and those of a table. */
    static Lexicon load(Cues cues) {
        try {
            return of(cues, name -> Objects.requireNonNull(Lexicon.class.getResourceAsStream(name), name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Lexicon of(Cues cues, TaggingTask.WordLists lists) throws IOException {
        WordFlags flags = new WordFlags();
        for (Kind kind : Kind.values()) {
            cues.words(kind).forEach(word -> flags.add(word, 1 << kind.ordinal()));
        }
        cues.ordinary().forEach(word -> flags.add(word, ORDINARY));
        cues.demonyms().forEach(word -> flags.add(word, DEMONYM));
        cues.words(Kind.GIVEN_NAME).forEach(word -> flags.add(word, GIVEN));
        try (InputStream in = lists.open("person-names.txt")) {
            addPersonNames(flags, in);
        }
        try (InputStream in = lists.open("word-clusters.txt.gz")) {
            return new Lexicon(WordClusters.read(in), flags);
        }
    }

    private static void addPersonNames(WordFlags flags, InputStream in) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.startsWith("#")) {
                int kind = line.charAt(0) - '0';
                flags.add(line.substring(2), ((kind & 1) != 0 ? GIVEN : 0) | ((kind & 2) != 0 ? SURNAME : 0));
            }
        }
    }

    static int bit(Kind kind) {
        return 1 << kind.ordinal();
    }

    static long hash(Token token) {
        return Hashes.of(token.folded());
    }

    int flags(long word) {
        return flags.get(word);
    }

    /** See {@link WordClusters#path}. */
    int path(long word) {
        return clusters.path(word);
    }
}
