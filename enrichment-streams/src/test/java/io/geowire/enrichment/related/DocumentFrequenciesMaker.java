package io.geowire.enrichment.related;

import io.geowire.enrichment.entity.TableRecognizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the table of document frequencies that ships, from the labelled news. To be run again when entity ids change. */
public final class DocumentFrequenciesMaker {
    private static final List<String> HEAD = List.of(
            "# In how many matters of the labelled news (news/) a term or an entity occurs.",
            "# The reports of one matter count once; what occurs in one matter only is left out.",
            "# Made by DocumentFrequenciesMaker, see README.md. Written for Geowire; Apache-2.0.");

    private DocumentFrequenciesMaker() {}

    /** Writes the table to the file that is the only argument. */
    public static void main(String[] args) throws IOException {
        Map<String, Integer> counts = new Corpus(TableRecognizer.load()).counts(LabelledNews.FILES);
        List<String> lines = new ArrayList<>(HEAD);
        lines.add("documents\t" + counts.remove(""));
        counts.forEach((name, count) -> {
            if (count > 1) {
                lines.add(name + "\t" + count);
            }
        });
        Files.write(Path.of(args[0]), lines);
    }
}
