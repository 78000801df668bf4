package io.geowire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.events.Article;
import io.geowire.events.DateProvenance;
import io.geowire.events.DeadLetter;
import io.geowire.ingest.IngestReport.FileReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        gzip("e.txt.gz", "From gzip\n");

        IngestReport report = ingestion.run(folder);

        assertThat(ingestion.titles())
                .containsExactlyInAnyOrder(
                        "From lines",
                        "From an array",
                        "Its second",
                        "From plain text",
                        "Another headline",
                        "From ninjs",
                        "From gzip");
        assertThat(ingestion.producer.history())
                .extracting(sent -> sent.key())
                .containsExactlyElementsOf(
                        ingestion.articles().stream().map(Article::getId).toList());
        assertThat(report.published()).isEqualTo(7);
        assertThat(report.succeeded()).isTrue();
        assertThat(ingestion.lines).isEmpty();
    }

    @Test
    void faultNamesFileAndLineAndTheRestGoesOn() throws IOException {
        Path file = write(
                "news.jsonl",
                "{\"title\":\"One\"}\n{\"title\":\n{\"title\":7}\n{\"title\":\" \"}\n{\"title\":\"Five\"}\n");

        IngestReport report = ingestion.run(file);

        assertThat(ingestion.titles()).containsExactly("One", "Five");
        assertThat(ingestion.lines)
                .containsExactly(
                        file + ":2: broken JSON: it ends in the middle of a value",
                        file + ":3: title: a string is needed, this is a number",
                        file + ":4: title is empty");
        assertThat(report.succeeded()).isTrue();
        assertThat(report.files()).containsExactly(new FileReport(file.toString(), 2, 3, 0));
        assertThat(ingestion.deadLetters())
                .extracting(DeadLetter::getLocation)
                .containsExactly(file + ":2", file + ":3", file + ":4");
        assertThat(ingestion.deadLetters())
                .extracting(letter -> new String(letter.getValue().array(), StandardCharsets.UTF_8))
                .containsExactly("{\"title\":", "{\"title\":7}", "{\"title\":\" \"}");
    }

    @Test
    void nothingWentThroughIsAFailure() throws IOException {
        assertThat(ingestion.run(write("bad.jsonl", "{\n{\n")).succeeded()).isFalse();
    }

    @Test
    void nothingToDoIsNone() throws IOException {
        assertThat(ingestion.run(write("empty.jsonl", "\n\n")).succeeded()).isTrue();
        assertThat(ingestion.run(Files.createDirectory(folder.resolve("empty"))).succeeded())
                .isTrue();
    }

    @Test
    void onlyWithdrawnItemsAreNothingToDo() throws IOException {
        Path file = write("a.json", "{\"uri\":\"urn:x:1\",\"headline\":\"Oil falls\",\"pubstatus\":\"canceled\"}");

        IngestReport report = ingestion.run(file);

        assertThat(report.skipped()).isEqualTo(1);
        assertThat(report.succeeded()).isTrue();
        assertThat(ingestion.lines).containsExactly(file + ":1: its provider marks it canceled");
        assertThat(ingestion.producer.history()).isEmpty();
    }

    @Test
    void pathThatCannotBeReadIsAFaultAndOthersGoOn() throws IOException {
        Path file = write("a.txt", "A headline\n");

        IngestReport report = ingestion.run("no-such-file.txt", file);

        assertThat(ingestion.titles()).containsExactly("A headline");
        assertThat(ingestion.lines).containsExactly("no-such-file.txt: there is no such file");
        assertThat(report.unreadable()).isEqualTo(1);
        assertThat(report.succeeded()).isTrue();
        assertThat(ingestion.run("no-such-file.txt").succeeded()).isFalse();
    }

    @Test
    void linkToNowhereIsAFaultAndOthersGoOn() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("a.txt"), folder.resolve("absent.txt"));
        write("b.txt", "A headline\n");

        ingestion.run(folder);

        assertThat(ingestion.lines).containsExactly(link + ": cannot be read");
        assertThat(ingestion.titles()).containsExactly("A headline");
    }

    @Test
    void folderIsReadInTheOrderOfNamesWithoutHiddenAndUnknownFiles() throws IOException {
        Instant modified = Instant.parse("2026-01-05T10:00:00Z");
        for (String name :
                List.of("c.txt", "a/2.txt", "a/10.txt", "b.txt", ".hidden.txt", ".git/x.txt", "x.md", "y.pdf")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "Headline of " + name + "\n");
            Files.setLastModifiedTime(file, FileTime.from(modified));
        }

        ingestion.run(folder);

        assertThat(ingestion.titles())
                .containsExactly(
                        "Headline of a/10.txt", "Headline of a/2.txt", "Headline of b.txt", "Headline of c.txt");
        assertThat(ingestion.notes).containsExactly(folder + ": left out files of other kinds: x.md, y.pdf");
    }

    @Test
    void fileThatIsNamedItselfIsReadWhateverItsName() throws IOException {
        ingestion.run(write(".notes", "A headline\n"), write("b.md", "{\"title\":\"From Markdown\"}\n"));

        assertThat(ingestion.titles()).containsExactlyInAnyOrder("A headline", "From Markdown");
    }

    @Test
    void linkToAFolderAboveIsNotFollowedForEver() throws IOException {
        write("a.txt", "A headline\n");
        Files.createSymbolicLink(folder.resolve("loop"), folder);

        ingestion.run(folder);

        assertThat(ingestion.titles()).containsExactly("A headline");
    }

    @Test
    void standardInputIsReadAndStaysOpen() {
        ingestion.standardInput("{\"title\":\"One\"}\nbroken\n".getBytes(StandardCharsets.UTF_8));

        IngestReport report = ingestion.run("-");

        assertThat(ingestion.titles()).containsExactly("One");
        assertThat(ingestion.lines).hasSize(1).first().asString().startsWith("-:2: broken JSON");
        assertThat(report.files()).containsExactly(new FileReport("-", 1, 1, 0));
        assertThat(ingestion.articles().get(0).getPublishedAt()).isEqualTo(Ingestion.NOW);
        assertThat(ingestion.articles().get(0).getPublishedAtProvenance()).isEqualTo(DateProvenance.FETCHED);
    }

    @Test
    void whatHasComeIsPublishedBeforeStandardInputIsWaitedFor() {
        List<String> parts = List.of("{\"title\":\"One\"}\n{\"title\":\"Tw", "o\"}\n", "");
        List<List<String>> publishedWhenWaiting = new ArrayList<>();
        Iterator<String> next = parts.iterator();
        InputStream slow = new InputStream() {
            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                publishedWhenWaiting.add(ingestion.titles());
                byte[] part = next.next().getBytes(StandardCharsets.UTF_8);
                System.arraycopy(part, 0, target, offset, part.length);
                return part.length == 0 ? -1 : part.length;
            }
        };

        ingestion.standardInput(slow).run("-");

        assertThat(publishedWhenWaiting).containsExactly(List.of(), List.of("One"), List.of("One", "Two"));
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

    @Test
    void dateThatCannotBeBelievedIsNotedAndNeverMovesTimeAhead() throws IOException {
        Path file = write("a.jsonl", "{\"title\":\"One\",\"publishedAt\":\"9999-12-31T23:59:59Z\"}\n");

        ingestion.run(file);

        assertThat(ingestion.articles().get(0).getPublishedAt()).isEqualTo(Ingestion.NOW);
        assertThat(ingestion.notes)
                .containsExactly(
                        file
                                + ":1: publishedAt: '9999-12-31T23:59:59Z' is more than an hour ahead; the time of reading is taken instead");
    }

    @Test
    void articlesOfAllFilesGoOutInTheOrderOfTheirTime() throws IOException {
        write(
                "a.jsonl",
                "{\"title\":\"Fourth\",\"publishedAt\":\"2026-01-04\"}\n{\"title\":\"First\",\"publishedAt\":\"2026-01-01\"}\n");
        write(
                "b.jsonl",
                "{\"title\":\"Third\",\"publishedAt\":\"2026-01-03\"}\n{\"title\":\"Second\",\"publishedAt\":\"2026-01-02\"}\n");

        ingestion.run(folder);

        assertThat(ingestion.titles()).containsExactly("First", "Second", "Third", "Fourth");
    }

    @Test
    void treatmentSaysWhatIsSentAndMayEndTheReading() throws IOException {
        Path file = write("a.txt", "First headline\nSecond headline\nThird headline\n");
        List<String> seen = new ArrayList<>();

        IngestReport report = ingestion
                .treatedBy(article -> {
                    if (seen.size() == 2) {
                        throw new CancellationException();
                    }
                    seen.add(article.getTitle());
                    return Article.newBuilder(article).setBackfill(true).build();
                })
                .run(file);

        assertThat(ingestion.titles()).isEqualTo(seen).hasSize(2);
        assertThat(ingestion.articles()).allMatch(Article::getBackfill);
        assertThat(report.published()).isEqualTo(2);
    }

    @Test
    void sameFileReadAgainLaterGivesTheSameArticles() throws IOException {
        Path file = write("a.txt", "A headline\nAnother\n\n\nA title\n\nA paragraph with an end. And more.\n");
        ingestion.run(file);
        Path moved = Files.move(file, folder.resolve("renamed.txt"));
        Files.setLastModifiedTime(moved, FileTime.from(Ingestion.NOW.minusSeconds(5)));

        ingestion.at(Ingestion.NOW.plusSeconds(1_000_000)).run(moved);

        List<Article> articles = ingestion.articles();
        assertThat(articles).hasSize(6);
        for (int i = 0; i < 3; i++) {
            assertThat(articles.get(i + 3).getId()).isEqualTo(articles.get(i).getId());
            assertThat(articles.get(i + 3).getContentHash())
                    .isEqualTo(articles.get(i).getContentHash());
        }
    }

    @Test
    void sameIdWithOtherContentIsARevisionBehindTheFirst() throws IOException {
        ingestion.run(
                write(
                        "a.jsonl",
                        "{\"id\":\"x1\",\"source\":\"Wire\",\"title\":\"Old\"}\n{\"id\":\"x1\",\"source\":\"Wire\",\"title\":\"New\"}\n"));

        List<Article> articles = ingestion.articles();
        assertThat(articles).extracting(Article::getTitle).containsExactly("Old", "New");
        assertThat(articles.get(0).getId()).isEqualTo(articles.get(1).getId());
        assertThat(articles.get(0).getContentHash())
                .isNotEqualTo(articles.get(1).getContentHash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Trump speaks of “very good” talks – and ‘more’ — «bientôt»…",
                "Drapeau 🇺🇦 et famille 👩‍👩‍👧‍👦 ⚽",
                "محادثات مسقط \u200Fتنتهي",
                "שיחות בעומאן ממשיכות",
                "نمی\u200Cخواهم ادامه دهم",
                "中国警告美国：不要向台湾出售武器",
                "R&amp;D stays as it is",
                "Prix\u00A0: 5\u202F%",
            })
    void titleSurvivesToTheOtherEnd(String title) throws IOException {
        ingestion.run(
                write("a.jsonl", "{\"title\":\"" + title + "\",\"body\":\"" + title + "\"}\n"),
                write("b.txt", title + "\n"));

        assertThat(ingestion.titles()).containsExactlyInAnyOrder(title, title);
        assertThat(ingestion.articles()).extracting(Article::getBody).containsExactlyInAnyOrder(title, null);
    }

    @Test
    void decomposedLettersAreComposed() throws IOException {
        ingestion.run(write("a.txt", "Cafe\u0301 Ha\u0306nescu a\u030A\n"));

        assertThat(ingestion.titles()).containsExactly("Café Hănescu å");
    }

    @Test
    void loneSurrogatesNeverReachTheContract() throws IOException {
        ingestion.run(write("a.jsonl", "{\"title\":\"A \\ud83d B\",\"body\":\"\\ude00\",\"source\":\"S\\ud800\"}\n"));

        Article article = ingestion.articles().get(0);
        assertThat(article.getTitle()).isEqualTo("A \uFFFD B");
        assertThat(article.getBody()).isEqualTo("\uFFFD");
        assertThat(article.getSource()).isEqualTo("S\uFFFD");
    }

    @Test
    void noControlCharacterOfTheInputIsPrinted() throws IOException {
        ingestion.run(
                write("a.jsonl", "\u001B[31m{\n{\"title\":\"T\",\"publishedAt\":\"\\u001b[2J\",\"url\":\"\\u0007\"}\n"),
                "no\u001B[31m-file");

        assertThat(ingestion.lines).hasSize(2);
        assertThat(ingestion.notes).hasSize(2);
        assertThat(ingestion.lines).allMatch(line -> line.chars().noneMatch(Character::isISOControl));
        assertThat(ingestion.notes).allMatch(line -> line.chars().noneMatch(Character::isISOControl));
    }

    @Test
    void failureOfTheBrokerEndsTheRun() throws IOException {
        MockProducer<String, byte[]> broken =
                new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer()) {
                    @Override
                    public synchronized void flush() {
                        errorNext(new TimeoutException("no broker"));
                    }
                };
        Path file = write("a.txt", "A headline\n");

        assertThatThrownBy(() -> new Ingestion(broken).run(file))
                .isInstanceOf(KafkaException.class)
                .hasMessage("cannot publish: no broker");
    }

    @Test
    void countsWhatBecameOfTheInput() throws IOException {
        ingestion.run(write("a.jsonl", """
                {"title":"One","publishedAt":"2026-01-01"}
                {"title":"Two"}
                bad
                {"uri":"u","headline":"H","pubstatus":"withheld"}
                """));

        assertThat(counter("geowire.ingest.items", "outcome", "published")).isEqualTo(2);
        assertThat(counter("geowire.ingest.items", "outcome", "refused")).isEqualTo(1);
        assertThat(counter("geowire.ingest.items", "outcome", "skipped")).isEqualTo(1);
        assertThat(counter("geowire.ingest.dates", "provenance", "declared")).isEqualTo(1);
        assertThat(ingestion.meters.get("geowire.ingest.files").counter().count())
                .isEqualTo(1);
    }

    private double counter(String name, String tag, String value) {
        return ingestion.meters.get(name).tag(tag, value).counter().count();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path gzip(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
