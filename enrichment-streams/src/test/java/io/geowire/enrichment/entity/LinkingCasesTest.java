package io.geowire.enrichment.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.enrichment.text.NewsText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Ambiguous names and everyday text, read as {@code linking-cases.txt} says. */
class LinkingCasesTest {
    private static final TableRecognizer RECOGNIZER = TableRecognizer.load();
    private static final Set<String> TABLE = Stream.of(EntityTable.load())
            .flatMap(table -> Stream.concat(table.entities().stream(), table.cities().stream()))
            .map(EntityRecord::id)
            .collect(Collectors.toSet());

    private record Case(String text, List<String> wanted) {

        static Case of(String line) {
            int arrow = line.lastIndexOf(" -> ");
            String wanted = line.substring(arrow + 4);
            return new Case(line.substring(0, arrow), wanted.equals("-") ? List.of() : List.of(wanted.split(" ; ")));
        }

        NewsText news() {
            int bar = text.indexOf(" || ");
            return bar < 0 ? NewsText.headline(text) : new NewsText(text.substring(0, bar), text.substring(bar + 4));
        }
    }

    private static List<Case> cases() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(LinkingCasesTest.class.getResourceAsStream("linking-cases.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Case::of)
                    .toList();
        }
    }

    /** What is of the table, and bodies that are known by their state. */
    private static List<String> found(Case of) {
        Set<String> wanted = of.wanted().stream()
                .map(want -> want.substring(0, want.indexOf('=')))
                .collect(Collectors.toSet());
        return RECOGNIZER.recognize(of.news()).stream()
                .filter(entity -> TABLE.contains(entity.id()) || wanted.contains(entity.id()))
                .flatMap(entity -> entity.mentions().stream().map(span -> entity.id() + '=' + span.text()))
                .toList();
    }

    @Test
    void readsEachAsWanted() throws IOException {
        List<Case> cases = cases();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(150);
        SoftAssertions.assertSoftly(softly -> cases.forEach(
                of -> softly.assertThat(found(of)).as(of.text()).containsExactlyInAnyOrderElementsOf(of.wanted())));
    }
}
