package io.geowire.enrichment.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.enrichment.text.NewsText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** All spellings of {@code spelling-families.txt} link to one entity, in several dresses. */
class SpellingFamiliesTest {
    private static final TableRecognizer RECOGNIZER = TableRecognizer.load();

    /** In capitals, after "of", it is the pronoun. */
    private static final String PRONOUN = "US";

    private static Map<String, List<String>> families() throws IOException {
        Map<String, List<String>> families = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SpellingFamiliesTest.class.getResourceAsStream("spelling-families.txt")),
                StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        int colon = line.indexOf(": ");
                        families.put(
                                line.substring(0, colon),
                                List.of(line.substring(colon + 2).split(" ; ")));
                    });
        }
        return families;
    }

    /** With other apostrophes and hyphens, with and without diacritics, composed and not. */
    private static Set<String> dresses(String name) {
        Set<String> dresses = new TreeSet<>(Set.of(name));
        dresses.add(name.replace('\'', '\u2019'));
        dresses.add(name.replace('\'', '\u2018'));
        dresses.add(name.replace('-', '\u2011'));
        dresses.add(name.replace('-', '\u2010'));
        dresses.add(Normalizer.normalize(name, Normalizer.Form.NFD));
        dresses.add(Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{Mn}", ""));
        return dresses;
    }

    private static List<String> found(String text) {
        return RECOGNIZER.recognize(NewsText.headline(text)).stream()
                .map(LinkedEntity::id)
                .toList();
    }

    @Test
    void everySpellingIsOneEntity() throws IOException {
        Map<String, List<String>> families = families();
        assertThat(families).hasSizeGreaterThan(60);
        SoftAssertions.assertSoftly(softly -> families.forEach((id, names) -> {
            for (String name : names) {
                for (String dress : dresses(name)) {
                    softly.assertThat(found("Envoys spoke of " + dress + " on Monday"))
                            .as(dress)
                            .containsExactly(id);
                }
                if (!PRONOUN.equals(name)) {
                    softly.assertThat(found("ENVOYS SPOKE OF " + name.toUpperCase(Locale.ROOT) + " ON MONDAY"))
                            .as("%s in capitals", name)
                            .containsExactly(id);
                }
                softly.assertThat(found("Envoys spoke of " + name + "\u2019s plan"))
                        .as("%s with a possessive", name)
                        .containsExactly(id);
            }
        }));
    }
}
