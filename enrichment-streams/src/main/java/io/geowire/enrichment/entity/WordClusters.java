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
    private static final int BUFFER = 1 << 16;

    private WordClusters() {}

    /** Adds the clusters of a gzipped resource to a table. */
    static void read(InputStream in, WordTable words) throws IOException {
        BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(in, BUFFER), StandardCharsets.UTF_8), BUFFER);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.startsWith("#")) {
                add(line, words);
            }
        }
    }

    private static void add(String line, WordTable words) {
        int at = line.indexOf(' ');
        int path = Integer.parseInt("1" + line.substring(0, at), 2);
        while (at > 0) {
            int next = line.indexOf(' ', at + 1);
            words.setPath(Hashes.of(line, at + 1, next < 0 ? line.length() : next), path);
            at = next;
        }
    }

    /** The first bits of a path; the whole path if it is shorter. */
    static int prefix(int path, int bits) {
        int length = 31 - Integer.numberOfLeadingZeros(path);
        return length <= bits ? path : path >>> (length - bits);
    }
}
