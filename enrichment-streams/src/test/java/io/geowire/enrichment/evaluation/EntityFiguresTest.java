package io.geowire.enrichment.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about entities shows what is measured, and that is enough. */
class EntityFiguresTest {
    private static final List<Figure> UNSEEN = measure();

    private static List<Figure> measure() {
        try {
            return Evaluations.entities().measure(LabelledNews.read(Path.of("news", "test", "world.jsonl")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double value(String of, String name) {
        return UNSEEN.stream()
                .filter(figure -> figure.of().equals(of) && figure.label().equals(Figure.ALL))
                .findFirst()
                .orElseThrow()
                .values()
                .getOrDefault(name, 0.0);
    }

    @Test
    void thePageShowsTheFiguresOfUnseenNews() throws IOException {
        assertThat(Files.readString(Path.of("docs", "entities.md"))).contains(table());
    }

    private static String table() {
        StringBuilder rows = new StringBuilder();
        for (String of : UNSEEN.stream().map(Figure::of).distinct().toList()) {
            List<Figure> figures =
                    UNSEEN.stream().filter(figure -> figure.of().equals(of)).toList();
            if (figures.get(0).values().containsKey("f1")) {
                TreeMap<String, String> f1 = figures.stream()
                        .collect(Collectors.toMap(
                                Figure::label,
                                figure -> number(figure.values().getOrDefault("f1", 0.0)),
                                (a, b) -> a,
                                TreeMap::new));
                rows.append("| %s | %s | %s | %s | %s | %s | %s | %s | %s |\n"
                        .formatted(
                                of,
                                number(figures.get(0).values().getOrDefault("precision", 0.0)),
                                number(figures.get(0).values().getOrDefault("recall", 0.0)),
                                f1.get(Figure.ALL),
                                f1.get("PERSON"),
                                f1.get("ORGANIZATION"),
                                f1.get("LOCATION"),
                                f1.get("TREATY"),
                                f1.get("EVENT")));
            }
        }
        return rows.toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value).substring(value < 1 ? 1 : 0);
    }

    @Test
    void unseenNewsIsReadWellEnough() {
        assertThat(value("bodies", "f1")).isGreaterThan(0.93);
        assertThat(value("headlines in title case", "f1")).isGreaterThan(0.88);
        assertThat(value("headlines in sentence case", "f1")).isGreaterThan(0.92);
        assertThat(value("links", "accuracy")).isGreaterThan(0.97);
    }
}
