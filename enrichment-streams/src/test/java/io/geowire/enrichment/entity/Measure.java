package io.geowire.enrichment.entity;

import io.geowire.enrichment.entity.LabelledNews.Item;
import io.geowire.enrichment.entity.LabelledNews.Label;
import io.geowire.enrichment.text.Span;
import io.geowire.enrichment.text.TextField;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Measures a recogniser on the labelled news: exact span and exact type. As a program it prints the figures of the files
 * named, with each error if asked by {@code --errors}.
 */
final class Measure {
    private static final Map<String, Set<String>> IDS = idsByName();

    private final Map<String, int[]> counts = new TreeMap<>();
    private final List<String> errors = new ArrayList<>();

    private int linked;
    private int linkedRight;

    private static final int RIGHT = 0;
    private static final int SPURIOUS = 1;
    private static final int MISSED = 2;

    static Measure of(EntityRecognizer recognizer, List<Item> items) {
        Measure measure = new Measure();
        for (Item item : items) {
            measure.add(item, recognizer.recognize(item.text()));
        }
        return measure;
    }

    private void add(Item item, List<LinkedEntity> entities) {
        Map<Label, String> gold = new HashMap<>();
        for (Label label : item.labels()) {
            gold.put(bare(label.field(), label.start(), label.end(), label.type(), label.text()), label.name());
        }
        for (LinkedEntity entity : entities) {
            for (Span span : entity.mentions()) {
                Label label = bare(span.field(), span.start(), span.end(), entity.type(), span.text());
                String name = gold.remove(label);
                count(item, label, name != null ? RIGHT : SPURIOUS);
                Set<String> ids = name == null ? Set.of() : IDS.getOrDefault(name, Set.of());
                if (!ids.isEmpty()) {
                    linked++;
                    if (ids.contains(entity.id())) {
                        linkedRight++;
                    } else {
                        errors.add("= " + label.text() + " is " + name + ", not " + entity.id() + " | " + item.id());
                    }
                }
            }
        }
        gold.keySet().forEach(label -> count(item, label, MISSED));
    }

    private static Label bare(TextField field, int start, int end, EntityType type, String text) {
        return new Label(field, start, end, type, text, "");
    }

    private void count(Item item, Label label, int outcome) {
        String part = label.field() == TextField.BODY
                ? "body"
                : "headline " + Field.of(item.text()).get(0).casing().name().toLowerCase(Locale.ROOT);
        String field = label.field() == TextField.BODY ? "body" : "headline";
        for (String key :
                new HashSet<>(List.of("all", field, part, field + " " + label.type(), "all " + label.type()))) {
            counts.computeIfAbsent(key, k -> new int[3])[outcome]++;
        }
        if (outcome != RIGHT) {
            errors.add((outcome == SPURIOUS ? "+ " : "- ") + label.type() + " " + label.text() + " | " + item.id() + " "
                    + around(item.text().field(label.field()), label));
        }
    }

    private static String around(String text, Label label) {
        return text.substring(Math.max(0, label.start() - 45), Math.min(text.length(), label.end() + 30))
                .replace('\n', ' ');
    }

    /** Harmonic mean of precision and recall, 0 to 1, of a part: all, headline, body, "headline title", "body PERSON" ... */
    double f1(String part) {
        int[] c = counts.getOrDefault(part, new int[3]);
        return 2.0 * c[RIGHT] / Math.max(1, 2 * c[RIGHT] + c[SPURIOUS] + c[MISSED]);
    }

    /** Share of the mentions found, of names that the table knows, that have the id of that name. */
    double linking() {
        return (double) linkedRight / Math.max(1, linked);
    }

    private static Map<String, Set<String>> idsByName() {
        Map<String, Set<String>> ids = new HashMap<>();
        for (EntityRecord entity : EntityTable.load().entities()) {
            for (Alias alias : entity.aliases()) {
                if (alias.strength() == Alias.Strength.PLAIN) {
                    ids.computeIfAbsent(alias.text(), a -> new HashSet<>()).add(entity.id());
                }
            }
        }
        return ids;
    }

    void print(PrintStream out) {
        out.printf(Locale.ROOT, "linked to the right id   %.3f (%d mentions of known names)%n", linking(), linked);
        counts.forEach((part, c) -> out.printf(
                Locale.ROOT,
                "%-24s P %.3f R %.3f F1 %.3f (%d labels)%n",
                part,
                (double) c[RIGHT] / Math.max(1, c[RIGHT] + c[SPURIOUS]),
                (double) c[RIGHT] / Math.max(1, c[RIGHT] + c[MISSED]),
                f1(part),
                c[RIGHT] + c[MISSED]));
    }

    public static void main(String... args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> files = new ArrayList<>(List.of(args));
        boolean showErrors = files.remove("--errors");
        Measure measure = of(TableRecognizer.load(), LabelledNews.read(files));
        measure.print(out);
        if (showErrors) {
            measure.errors.stream().sorted().forEach(out::println);
        }
    }
}
