package io.geowire.enrichment.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TopicsPageTest {
    private record Code(String name, boolean retired) {}

    private static final Map<String, Code> CODES = codes();

    /** The codes in use, as IPTC published them. */
    private static Map<String, Code> codes() {
        try (var in = Objects.requireNonNull(TopicsPageTest.class.getResourceAsStream("iptc-codes.tsv"))) {
            Map<String, Code> codes = new HashMap<>();
            new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(cells -> codes.put(cells[0], new Code(cells[1], !cells[2].isEmpty())));
            return codes;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void everyCodeIsCurrent() {
        List<String> used = TopicLexicon.shipped().topics().stream()
                .flatMap(topic -> topic.iptc().stream())
                .toList();
        assertThat(CODES.keySet()).containsAll(used);
        assertThat(used).noneMatch(code -> CODES.get(code).retired());
    }

    @Test
    void everyGuidelineHasThreeExamples() {
        assertThat(TopicLexicon.shipped().topics())
                .allSatisfy(topic -> assertThat(topic.examples()).hasSize(3));
    }

    @Test
    void thePageHoldsWhatTheLexiconHolds() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs/topics.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(TopicLexicon.shipped().topics().stream()
                        .map(TopicsPageTest::row)
                        .toList());
    }

    private static String row(Topic topic) {
        String codes = topic.iptc().stream()
                .map(code -> code + " (" + CODES.get(code).name() + ")")
                .collect(Collectors.joining(", "));
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(topic.id(), topic.is(), topic.isNot(), String.join(" · ", topic.examples()), codes);
    }
}
