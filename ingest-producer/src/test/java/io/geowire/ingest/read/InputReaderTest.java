package io.geowire.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.ingest.item.ReadResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputReaderTest {
    private static final int LIMIT = 100_000;
    private static final String RUSSIAN = "Лавров готов встретиться с Рубио, но условия Москвы остаются прежними";

    private final List<ReadResult> results = new ArrayList<>();

    @Test
    void formatOfStandardInputIsToldByItsContent() {
        assertThat(titles("{\"title\":\"One\"}\n{\"title\":\"Two\"}\n")).containsExactly("One", "Two");
        assertThat(titles("[{\"title\":\"One\"},{\"title\":\"Two\"}]")).containsExactly("One", "Two");
        assertThat(titles("{\n  \"title\":\n  \"One\"\n}\n")).containsExactly("One");
        assertThat(titles("One\nTwo\n")).containsExactly("One", "Two");
        assertThat(titles("[Update] Oil falls\n")).containsExactly("[Update] Oil falls");
        assertThat(titles("oops\n{\"title\":\"Two\"}\n{\"title\":\"Three\"}\n")).containsExactly("Two", "Three");
        assertThat(titles("")).isEmpty();
    }

    @Test
    void objectWithNestedObjectsOnLinesOfTheirOwnIsOneObject() {
        read(
                "a.json",
                "{\"uri\":\"urn:x:1\",\"headlines\":[\n{\"value\":\"One\"},\n{\"value\":\"Two\"},\n{\"value\":\"Three\"}\n]}");

        assertThat(titles()).containsExactly("One");
        assertThat(faults()).isEmpty();
    }

    @Test
    void jsonFileMayHoldJsonLines() {
        read("a.json", "{\"title\":\"One\"}\n{\"title\":\n{\"title\":\"Three\"}\n");

        assertThat(titles()).containsExactly("One", "Three");
        assertThat(faults()).containsExactly("a.json:2: broken JSON: it ends in the middle of a value");
    }

    @Test
    void everyElementOfAnArrayKnowsItsLine() {
        read("a.json", "[\n  {\n    \"title\": \"One\"\n  },\n  {\n    \"title\": 2\n  }\n]\n");

        assertThat(results.get(0).origin().line()).isEqualTo(2);
        assertThat(faults()).containsExactly("a.json:5: title: a string is needed, this is a number");
    }

    @Test
    void elementThatIsBrokenInsideDoesNoHarmToTheNext() {
        read("a.json", "[{\"title\":\"One\"},\n{\"title\" \"Two\"},\n7,\n{\"title\":\"\\\"}{\"}]");

        assertThat(titles()).containsExactly("One", "\"}{");
        assertThat(faults()).hasSize(2);
        assertThat(faults().get(0)).startsWith("a.json:2: broken JSON at character");
        assertThat(faults().get(1)).isEqualTo("a.json:3: an object is needed, this is a number");
    }

    @Test
    void arrayThatIsCutShortGivesWhatIsWhole() {
        read("a.json", "[{\"title\":\"One\"},\n{\"title\":\"Tw");

        assertThat(titles()).containsExactly("One");
        assertThat(faults())
                .containsExactly(
                        "a.json:2: broken JSON: the file ends in the middle of a value",
                        "a.json:2: broken JSON: the array is not closed");
    }

    @Test
    void textBehindAnArrayIsAFault() {
        read("a.json", "[{\"title\":\"One\"}]\n]x");

        assertThat(titles()).containsExactly("One");
        assertThat(faults()).containsExactly("a.json:2: broken JSON: text behind the array is not read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[ ]\n", "", "\n\n", "\uFEFF"})
    void emptyDocumentIsNoFault(String text) {
        read("a.json", text);

        assertThat(results).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyLineEndIsKnown(String end) {
        read("a.jsonl", String.join(end, "{\"title\":\"One\"}", "", "{\"title\":\"Two\"}", "{\"title\":3}", ""));

        assertThat(titles()).containsExactly("One", "Two");
        assertThat(faults()).containsExactly("a.jsonl:4: title: a string is needed, this is a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void byteOrderMarkTellsTheEncoding(String charset) {
        byte[] bytes = ("\uFEFF{\"title\":\"" + RUSSIAN + " 😀\"}\n").getBytes(Charset.forName(charset));

        read("a.jsonl", bytes);

        assertThat(titles()).containsExactly(RUSSIAN + " 😀");
        assertThat(results).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1251,Лавров готов встретиться с Рубио",
        "windows-1252,Après l’accord: café «fermé» à Genève",
        "Shift_JIS,中国がアメリカに警告したと発表した",
        "Big5,中國警告美國不要向台灣出售武器並要求停止",
    })
    void otherEncodingsAreGuessedAndToldSo(String charset, String title) {
        String text = ("{\"title\":\"" + title + "\"}\n").repeat(20);

        read("a.jsonl", text.getBytes(Charset.forName(charset)));

        assertThat(titles()).hasSize(20).containsOnly(title);
        assertThat(results.get(0)).isInstanceOf(ReadResult.Note.class);
        assertThat(results.get(0).toString()).startsWith("a.jsonl: not UTF-8; read as ");
    }

    @Test
    void lateByteThatIsNotUtf8IsTheFaultOfItsLine() {
        String good = "{\"title\":\"" + RUSSIAN + "\"}\n";
        byte[] bad = "{\"title\":\"caf\u00E9\"}\n".getBytes(StandardCharsets.ISO_8859_1);

        read(
                "a.jsonl",
                concat(
                        good.repeat(1_000).getBytes(StandardCharsets.UTF_8),
                        bad,
                        good.getBytes(StandardCharsets.UTF_8)));

        assertThat(titles()).hasSize(1_001).containsOnly(RUSSIAN);
        assertThat(faults()).containsExactly("a.jsonl:1001: byte 0xE9 at character 14 is not UTF-8");
    }

    @Test
    void oneBadByteInAUtf8FileDoesNotMakeItAnotherEncoding() {
        byte[] good = (RUSSIAN + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] bad = "Caf\u00E9 closes\n".getBytes(StandardCharsets.ISO_8859_1);

        read("a.txt", concat(good, bad, good));

        assertThat(titles()).containsExactly(RUSSIAN, RUSSIAN);
        assertThat(faults()).containsExactly("a.txt:2: byte 0xE9 at character 4 is not UTF-8");
    }

    @Test
    void replacementCharacterOfTheInputIsNoFault() {
        read("a.txt", "Caf\uFFFD closes\n");

        assertThat(titles()).containsExactly("Caf\uFFFD closes");
    }

    @Test
    void gzipIsKnownByItsContent() throws IOException {
        read("a.jsonl", gzip("{\"title\":\"One\"}\n".getBytes(StandardCharsets.UTF_8)));
        read("-", gzip("Two\nThree\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(titles()).containsExactly("One", "Two", "Three");
    }

    @Test
    void gzipFilesPutTogetherAreOne() throws IOException {
        read(
                "a.txt",
                concat(gzip("One\n".getBytes(StandardCharsets.UTF_8)), gzip("Two\n".getBytes(StandardCharsets.UTF_8))));

        assertThat(titles()).containsExactly("One", "Two");
    }

    @Test
    void gzipMembersWithoutContentCostNoStack() throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int i = 0; i < 100_000; i++) {
            members.writeBytes(gzip(new byte[0]));
        }
        members.writeBytes(gzip("One\n".getBytes(StandardCharsets.UTF_8)));

        read("a.txt.gz", members.toByteArray());

        assertThat(titles()).containsExactly("One");
    }

    @Test
    void gzipMembersThatComeOneByOneAreAllRead() throws IOException {
        Iterator<byte[]> members = List.of(
                        gzip("One\n".getBytes(StandardCharsets.UTF_8)), gzip("Two\n".getBytes(StandardCharsets.UTF_8)))
                .iterator();
        InputStream slow = new InputStream() {
            private InputStream member = InputStream.nullInputStream();

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int count = member.read(target, offset, length);
                if (count < 0 && members.hasNext()) {
                    member = new ByteArrayInputStream(members.next());
                    count = member.read(target, offset, length);
                }
                return count;
            }
        };

        new InputReader(LIMIT).read("-", Optional.empty(), slow, results::add);

        assertThat(titles()).containsExactly("One", "Two");
    }

    @Test
    void gzipThatIsCutShortGivesWhatIsWhole() throws IOException {
        byte[] whole = gzip(IntStream.range(0, 20_000)
                .mapToObj(i -> "{\"title\":\"Headline %d\"}%n".formatted(i * 7_919L % 100_003))
                .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
                .toString()
                .getBytes(StandardCharsets.UTF_8));

        read("a.jsonl", Arrays.copyOf(whole, whole.length / 2));

        assertThat(titles()).hasSizeGreaterThan(1_000);
        assertThat(faults()).hasSize(1);
        assertThat(faults().get(0))
                .matches("a\\.jsonl:\\d+: cannot be read further: Unexpected end of ZLIB input stream");
    }

    @Test
    void smallGzipThatIsCutShortGivesWhatIsWhole() throws IOException {
        byte[] whole = gzip("{\"title\":\"One\"}\n{\"title\":\"Two\"}\n".getBytes(StandardCharsets.UTF_8));

        read("a.jsonl", Arrays.copyOf(whole, whole.length - 9));

        assertThat(titles()).contains("One");
        assertThat(faults()).hasSize(1);
    }

    @Test
    void gzipOfGarbageIsAFaultOfTheFile() {
        read("a.txt", new byte[] {0x1F, (byte) 0x8B, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9});

        assertThat(faults()).containsExactly("a.txt: cannot be read further: Unsupported compression method");
    }

    @Test
    void articleWithoutItsEndIsNotPublished() {
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream("Title\n\nParagraph one ends.\n\nPara".getBytes(StandardCharsets.UTF_8)),
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("disk on fire");
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) throws IOException {
                        return read();
                    }
                });

        new InputReader(LIMIT).read("a.txt", Optional.of(InputFormat.TEXT), broken, results::add);

        assertThat(titles()).isEmpty();
        assertThat(faults()).containsExactly("a.txt:5: cannot be read further: disk on fire");
    }

    @ParameterizedTest
    @CsvSource({
        "PK\u0003\u0004xxxx,a zip archive or an office document",
        "%PDF-1.7,a PDF document",
        "BZh91AY,a bzip2 file",
        "{\\rtf1,an RTF document",
        "\u0089PNG\r,an image",
        "<?xml version='1.0'?><rss/>,XML or HTML",
        "<!DOCTYPE html><p>x,XML or HTML",
    })
    void filesInDisguiseAreOneFault(String beginning, String kind) {
        read("a.txt", beginning.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(faults()).containsExactly("a.txt: this is " + kind + ", not plain text or JSON");
    }

    @Test
    void tarIsKnownByItsMarkFurtherIn() {
        byte[] tar = new byte[1_024];
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
        read("a.jsonl", tar);

        assertThat(faults()).containsExactly("a.jsonl: this is a tar archive, not plain text or JSON");
    }

    @ParameterizedTest
    @EnumSource(InputFormat.class)
    void binaryIsOneFaultInEveryFormat(InputFormat format) {
        byte[] bytes = new byte[5_000];
        new Random(42).nextBytes(bytes);
        new InputReader(LIMIT).read("a", Optional.of(format), new ByteArrayInputStream(bytes), results::add);

        assertThat(faults()).hasSize(1);
        assertThat(faults().get(0)).startsWith("a: this is a binary file");
    }

    @Test
    void nulInALineOfJsonIsTheFaultOfThatLine() {
        read("a.jsonl", "{\"title\":\"One\"}\n{\"title\":\"T\u0000wo\"}\n{\"title\":\"Three\"}\n");

        assertThat(titles()).containsExactly("One", "Three");
        assertThat(faults()).hasSize(1);
        assertThat(faults().get(0))
                .startsWith("a.jsonl:2: broken JSON")
                .isEqualTo(faults().get(0).replaceAll("\\p{Cntrl}", ""));
    }

    @Test
    void lineBeyondTheLimitIsRefusedAndTheRestGoesOn() {
        read("a.jsonl", "{\"title\":\"One\"}\n{\"title\":\"" + "x".repeat(LIMIT) + "\"}\n{\"title\":\"Three\"}\n");

        assertThat(titles()).containsExactly("One", "Three");
        assertThat(faults()).containsExactly("a.jsonl:2: a line of more than 100,000 bytes");
    }

    @Test
    void objectBeyondTheLimitIsRefusedAndTheRestGoesOn() {
        read("a.json", "[{\"title\":\"One\"},\n{\"title\":\"" + "x".repeat(LIMIT) + "\"},\n{\"title\":\"Three\"}]");

        assertThat(titles()).containsExactly("One", "Three");
        assertThat(faults()).containsExactly("a.json:2: an object of more than 100,000 bytes");
    }

    @Test
    void lineOfTextBeyondTheLimitIsRefused() {
        read("a.txt", "One\n\n" + "x".repeat(LIMIT + 1) + "\n\nTwo things\nThree\n");

        assertThat(titles()).containsExactly("Two things", "Three");
        assertThat(faults()).containsExactly("a.txt:3: a line of more than 100,000 bytes");
    }

    @Test
    void hugeStreamIsReadWithoutBeingHeld() {
        byte[] line = ("{\"title\":\"" + RUSSIAN + "\"}\n").getBytes(StandardCharsets.UTF_8);
        int count = 200_000;
        InputStream endless = new SequenceInputStream(
                Collections.enumeration(Collections.nCopies(count / 100, repeated(line, 100)).stream()
                        .map(bytes -> (InputStream) new ByteArrayInputStream(bytes))
                        .toList()));
        long[] items = {0};

        new InputReader(LIMIT).read("-", Optional.empty(), endless, result -> items[0]++);

        assertThat(items[0]).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({
        "a.txt,TEXT",
        "a.TXT.gz,TEXT",
        "a.jsonl,JSON_LINES",
        "a.ndjson.GZ,JSON_LINES",
        "a.b.json,JSON",
    })
    void nameTellsTheFormat(String name, InputFormat format) {
        assertThat(InputFormat.ofName(name)).contains(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.md", "a.gz", "txt", "a.json.bak", ""})
    void otherNamesTellNothing(String name) {
        assertThat(InputFormat.ofName(name)).isEmpty();
    }

    private List<String> titles(String standardInput) {
        results.clear();
        new InputReader(LIMIT)
                .read(
                        "-",
                        Optional.empty(),
                        new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)),
                        results::add);
        return titles();
    }

    private void read(String file, String text) {
        read(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private void read(String file, byte[] bytes) {
        new InputReader(LIMIT).read(file, InputFormat.ofName(file), new ByteArrayInputStream(bytes), results::add);
    }

    private List<String> titles() {
        return results.stream()
                .filter(ReadResult.Item.class::isInstance)
                .map(result -> ((ReadResult.Item) result).item().title())
                .toList();
    }

    private List<String> faults() {
        return results.stream()
                .filter(ReadResult.Fault.class::isInstance)
                .map(Object::toString)
                .toList();
    }

    private static byte[] repeated(byte[] bytes, int times) {
        byte[] all = new byte[bytes.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(bytes, 0, all, i * bytes.length, bytes.length);
        }
        return all;
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(bytes);
        }
        return compressed.toByteArray();
    }
}
