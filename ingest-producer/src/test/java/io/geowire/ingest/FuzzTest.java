package io.geowire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.geowire.events.Article;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;

/** Whatever comes in: no exception, no item without title, no time ahead, nothing but safe lines. A failure prints its seed. */
class FuzzTest {
    private static final List<String> FRAGMENTS = List.of(
            "{\"title\":\"One\"}",
            "{\"title\":\"Two\",\"body\":\"A b. C d.\",\"publishedAt\":\"9999-12-31T23:59:59Z\"}",
            "{\"title\":\"Three\",\"publishedAt\":1e308,\"id\":-0}",
            "{\"title\":\"\\ud83d\\ude00\\ud83d\"}",
            "{\"title\":\"T\",\"title\":\"T\"}",
            "{\"uri\":\"urn:x\",\"headlines\":[{\"value\":\"N\"}],\"bodies\":[{\"contentType\":\"text/html\",\"value\":\"<p>&lt;\"}]}",
            "[[[[[[[[[[",
            "[{",
            "}]",
            "\"",
            "\\",
            "null",
            "\u0000",
            "\u001B]0;x\u0007",
            "\uFEFF",
            "\u2028",
            "\u202E",
            "999999999999999999999999999999999999",
            "A headline",
            "A sentence with an end.",
            "By Jane Doe",
            "He said:",
            "محادثات مسقط",
            "👩‍👩‍👧‍👦",
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            ",",
            " ");

    @RepeatedTest(300)
    void anyInputIsReadToItsEnd() {
        long seed = new Random().nextLong();
        byte[] input = input(new Random(seed));
        Ingestion ingestion = new Ingestion().standardInput(input).maxItemBytes(1_024);

        IngestReport report = run(ingestion, seed);

        String as = "seed " + seed;
        assertThat(ingestion.lines).as(as).hasSize((int) (report.refused() + report.skipped()));
        assertThat(ingestion.lines).as(as).allMatch(FuzzTest::isSafe);
        assertThat(ingestion.notes).as(as).allMatch(FuzzTest::isSafe);
        assertThat(report.published()).as(as).isEqualTo(ingestion.articles().size());
        for (Article article : ingestion.articles()) {
            assertThat(article.getTitle()).as(as).isNotBlank().matches(FuzzTest::isClean);
            assertThat(article.getBody()).as(as).matches(body -> body == null || isClean(body.replace("\n", "")));
            assertThat(article.getPublishedAt()).as(as).isBeforeOrEqualTo(Ingestion.NOW.plus(Duration.ofHours(1)));
        }
    }

    @RepeatedTest(50)
    void sameInputGivesTheSameArticles() {
        long seed = new Random().nextLong();
        byte[] input = input(new Random(seed));
        Ingestion once = new Ingestion().standardInput(input);
        Ingestion again = new Ingestion().standardInput(input).at(Ingestion.NOW.plus(Duration.ofDays(30)));

        run(once, seed);
        run(again, seed);

        assertThat(again.articles())
                .as("seed %d", seed)
                .extracting(Article::getId, Article::getContentHash)
                .containsExactlyInAnyOrderElementsOf(once.articles().stream()
                        .map(article -> tuple(article.getId(), article.getContentHash()))
                        .toList());
    }

    private static IngestReport run(Ingestion ingestion, long seed) {
        try {
            return ingestion.run("-");
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private static byte[] input(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) {
            text.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
            if (random.nextInt(3) == 0) {
                text.append('\n');
            }
        }
        byte[] bytes =
                text.toString().getBytes(random.nextInt(4) == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
        for (int i = random.nextInt(3); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, bytes.length / 2) : bytes;
    }

    private static boolean isSafe(String line) {
        return line.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isClean(String text) {
        return isSafe(text)
                && text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
