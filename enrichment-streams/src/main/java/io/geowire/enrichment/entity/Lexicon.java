package io.geowire.enrichment.entity;

import io.geowire.enrichment.entity.Cues.Kind;
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

    private final WordTable words = new WordTable();

    private Lexicon() {}

    /** The words that come with Geowire and those of a table. */
    static Lexicon load(Cues cues) {
        try {
            return of(cues, name -> Objects.requireNonNull(Lexicon.class.getResourceAsStream(name), name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Lexicon of(Cues cues, TaggingTask.WordLists lists) throws IOException {
        Lexicon lexicon = new Lexicon();
        for (Kind kind : Kind.values()) {
            cues.words(kind).forEach(word -> lexicon.add(word, bit(kind)));
        }
        cues.ordinary().forEach(word -> lexicon.add(word, ORDINARY));
        cues.demonyms().forEach(word -> lexicon.add(word, DEMONYM));
        cues.words(Kind.GIVEN_NAME).forEach(word -> lexicon.add(word, GIVEN));
        try (InputStream in = lists.open("person-names.txt")) {
            lexicon.addPersonNames(in);
        }
        try (InputStream in = lists.open("word-clusters.txt.gz")) {
            WordClusters.read(in, lexicon.words);
        }
        return lexicon;
    }

    private void add(String word, int flags) {
        words.addFlags(Hashes.of(word), flags);
    }

    private void addPersonNames(InputStream in) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.startsWith("#")) {
                int kind = line.charAt(0) - '0';
                add(line.substring(2), ((kind & 1) != 0 ? GIVEN : 0) | ((kind & 2) != 0 ? SURNAME : 0));
            }
        }
    }

    static int bit(Kind kind) {
        return 1 << kind.ordinal();
    }

    /** See {@link WordTable#get}. */
    long get(long word) {
        return words.get(word);
    }
}
