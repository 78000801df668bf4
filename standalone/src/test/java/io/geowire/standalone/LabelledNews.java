package io.geowire.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The news that is labelled in full, as input: one JSON object a line, of 2025 and 2026. */
public final class LabelledNews {
    private static final Path FOLDER = Path.of("..", "enrichment-streams", "news");

    /** Labelled by names or by topics alone. */
    private static final Set<String> PARTLY_LABELLED =
            Set.of("names.jsonl", "topics.jsonl", "headlines.jsonl", "papers.jsonl", "agencies.jsonl");

    private LabelledNews() {}

    public static List<String> items() throws IOException {
        List<String> items = new ArrayList<>();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".jsonl")
                            && !PARTLY_LABELLED.contains(each.getFileName().toString()))
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList()) {
                items.addAll(Files.readAllLines(file));
            }
        }
        return items;
    }

    public static Path write(Path file, List<String> items) throws IOException {
        return Files.write(file, items);
    }
}
