package io.geowire.enrichment.training.entity;

import io.geowire.enrichment.text.Folding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Makes the resource of word clusters: words as the tokenizer cuts and folds them, by cluster. */
final class ClusterFile {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9']*|[a-z](\\.[a-z])+\\.?");
    private static final String HEADER = """
            # Brown clusters of English words: the path of a cluster in bits, and its words, folded.
            # From the lexica of NLP4J (edu.emory.mathcs.nlp:nlp4j-english), Apache-2.0.
            """;

    private ClusterFile() {}

    /** Reads a gzipped file of word and path, and writes the resource. */
    static void convert(Path from, OutputStream to) throws IOException {
        List<String[]> rows = rows(from);
        Set<String> seen = new HashSet<>();
        Map<String, Set<String>> clusters = new TreeMap<>();
        for (boolean folded : new boolean[] {true, false}) {
            for (String[] row : rows) {
                String word = Folding.fold(row[0]);
                if (word.equals(row[0]) == folded && WORD.matcher(word).matches() && seen.add(word)) {
                    clusters.computeIfAbsent(row[1], path -> new TreeSet<>()).add(word);
                }
            }
        }
        StringBuilder text = new StringBuilder(HEADER);
        clusters.forEach((path, words) ->
                text.append(path).append(' ').append(String.join(" ", words)).append('\n'));
        try (GZIPOutputStream out = new GZIPOutputStream(to)) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<String[]> rows(Path from) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(from)), StandardCharsets.UTF_8))) {
            int line = 0;
            for (String row = reader.readLine(); row != null; row = reader.readLine()) {
                line++;
                String[] cells = row.split("\t", -1);
                if (cells.length != 2 || !cells[1].matches("[01]{1,30}")) {
                    throw new IOException(from + ":" + line + ": a word and a path of bits wanted, parted by a tab");
                }
                rows.add(cells);
            }
        }
        return rows;
    }
}
