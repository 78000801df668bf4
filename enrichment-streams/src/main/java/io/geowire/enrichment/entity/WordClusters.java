package io.geowire.enrichment.entity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * Brown clusters: words that stand in like places share a path of bits, and words that stand in similar places the beginning
 * of it. The resource has a line for each cluster: its path and its folded words.
 */
final class WordClusters {
    /** The path of a word that is in no cluster. */
    static final int NONE = 0;

    private static final int SLOTS = 1 << 20;
    private static final int BUFFER = 1 << 16;

    private final long[] words = new long[SLOTS];
    private final int[] paths = new int[SLOTS];

    private WordClusters() {}

    /** The clusters of a gzipped resource. */
    static WordClusters read(InputStream in) throws IOException {
        BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(in, BUFFER), StandardCharsets.UTF_8), BUFFER);
        WordClusters clusters = new WordClusters();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.startsWith("#")) {
                clusters.add(line);
            }
        }
        return clusters;
    }

    private void add(String line) {
        int at = line.indexOf(' ');
        int path = Integer.parseInt("1" + line.substring(0, at), 2);
        while (at > 0) {
            int next = line.indexOf(' ', at + 1);
            put(Hashes.of(line, at + 1, next < 0 ? line.length() : next), path);
            at = next;
        }
    }

    private void put(long word, int path) {
        int slot = Hashes.slot(word, SLOTS);
        while (words[slot] != 0 && words[slot] != word) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        words[slot] = word;
        paths[slot] = path;
    }

    /** The path of a word by its hash: a 1 and then its bits, or {@link #NONE}. */
    int path(long word) {
        int slot = Hashes.slot(word, SLOTS);
        while (words[slot] != 0) {
            if (words[slot] == word) {
                return paths[slot];
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return NONE;
    }

    /** The first bits of a path; the whole path if it is shorter. */
    static int prefix(int path, int bits) {
        int length = 31 - Integer.numberOfLeadingZeros(path);
        return length <= bits ? path : path >>> (length - bits);
    }
}
