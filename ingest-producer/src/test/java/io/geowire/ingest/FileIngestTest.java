package io.geowire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.events.Article;
import io.geowire.events.DateProvenance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileIngestTest {
    @TempDir
    Path folder;

    private final Ingestion ingestion = new Ingestion();

    @Test
    void publishesEachFormatKeyedByArticleId() throws IOException {
        write("a.jsonl", "{\"id\":\"x1\",\"title\":\"From lines\"}\n");
        write("b.json", "[{\"title\":\"From an array\"},\n{\"title\":\"Its second\"}]");
        write("c.txt", "From plain text\nAnother headline\n");
        write("d.json", "{\"uri\":\"urn:x:1\",\"headline\":\"From ninjs\",\"body_text\":\"Text.\"}");

        IngestReport report = ingestion.run(folder);

        assertThat(ingestion.titles())
                .containsExactlyInAnyOrder(
                        "From lines",
                        "From an array",
                        "Its second",
                        "From plain text",
                        "Another headline",
                        "From ninjs");
        assertThat(ingestion.producer.history())
                .extracting(sent -> sent.key())
                .containsExactlyElementsOf(
                        ingestion.articles().stream().map(Article::getId).toList());
        assertThat(report.published()).isEqualTo(6);
        assertThat(report.succeeded()).isTrue();
        assertThat(ingestion.lines).isEmpty();
    }

    @Test
    void faultNamesFileAndLineAndTheRestGoesOn() throws IOException {
        Path file = write("news.jsonl", "{\"title\":\"One\"}\n{\"title\":\n{\"title\":7}\n{\"title\":\"Four\"}\n");

        IngestReport report = ingestion.run(file);

        assertThat(ingestion.titles()).containsExactly("One", "Four");
        assertThat(ingestion.lines)
                .containsExactly(
                        file + ":2: broken JSON: it ends in the middle of a value",
                        file + ":3: title: a string is needed, this is a number");
        assertThat(report.succeeded()).isTrue();
        assertThat(ingestion.deadLetters())
                .extracting(letter -> letter.getLocation())
                .containsExactly(file + ":2", file + ":3");
        assertThat(new String(ingestion.deadLetters().get(1).getValue().array(), StandardCharsets.UTF_8))
                .isEqualTo("{\"title\":7}");
    }

    @Test
    void undatedItemsHaveTheDateOfTheirFile() throws IOException {
        Path file = write("undated.txt", "A headline\n");
        Instant modified = Instant.parse("2026-01-05T10:00:00Z");
        Files.setLastModifiedTime(file, FileTime.from(modified));

        ingestion.run(file);

        assertThat(ingestion.articles().get(0).getPublishedAt()).isEqualTo(modified);
        assertThat(ingestion.articles().get(0).getPublishedAtProvenance()).isEqualTo(DateProvenance.FILE);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
