package io.geowire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README says what the code does. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");

    @Test
    void tableOfSettingsEqualsTheCode() throws IOException {
        Pattern row = Pattern.compile("\\| `(geowire\\.ingest\\.[^`]+)` \\|[^|]*\\| ([^ |]+) \\|");
        Map<String, String> documented = Files.readAllLines(README).stream()
                .map(row::matcher)
                .filter(Matcher::matches)
                .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2)));

        assertThat(documented)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        IngestConfig.PATHS,
                        "none",
                        IngestConfig.MAX_ITEM_BYTES.key(),
                        String.valueOf(IngestConfig.MAX_ITEM_BYTES.otherwise()),
                        IngestConfig.LOOK_AHEAD_ARTICLES.key(),
                        String.valueOf(IngestConfig.LOOK_AHEAD_ARTICLES.otherwise()),
                        IngestConfig.LOOK_AHEAD_CHARS.key(),
                        String.valueOf(IngestConfig.LOOK_AHEAD_CHARS.otherwise()),
                        IngestConfig.BACKFILL_AFTER,
                        IngestConfig.DEFAULT_BACKFILL_AFTER.toString()));
    }

    @Test
    void exampleIsCutAsThePageSays() throws IOException {
        String page = Files.readString(README);
        int start = page.indexOf("Helsinki court keeps tanker  ");
        String example = page.substring(start, page.indexOf("```", start)).replaceAll(" +← [^\\n]*| {8,}joined", "");
        Ingestion ingestion = new Ingestion().standardInput(example.getBytes(StandardCharsets.UTF_8));

        ingestion.run("-");

        assertThat(ingestion.titles())
                .containsExactly(
                        "Helsinki court keeps tanker", "Oil falls for a third day", "Ferry sails again after storm");
        assertThat(ingestion.articles().get(0).getBody())
                .isEqualTo("The court said no. The owner will appeal, its lawyer told reporters.");
    }
}
