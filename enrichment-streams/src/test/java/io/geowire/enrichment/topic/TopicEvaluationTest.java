package io.geowire.enrichment.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.geowire.enrichment.text.NewsText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Measures the shipped lexicon on the labelled news, prints the figures and holds them. */
class TopicEvaluationTest {
    /** Read while the lexicon was written. */
    private static final List<String> SEEN = List.of("test/world", "train/europe", "train/africa", "dev/asia");
    /** Only measured: no item of theirs was read; their totals were looked at in between. */
    private static final List<String> UNSEEN = List.of("train/mideast", "train/americas");

    private static final TopicClassifier CLASSIFIER = new LexiconTopicClassifier(TopicLexicon.shipped());

    private record Item(NewsText text, Set<String> topics) {}

    /** Right labels, false labels and missed ones. */
    private static final class Count {
        int right;
        int wrong;
        int missed;

        double precision() {
            return right == 0 ? 0 : (double) right / (right + wrong);
        }

        double recall() {
            return right == 0 ? 0 : (double) right / (right + missed);
        }

        double f1() {
            return 2.0 * right / (2 * right + wrong + missed);
        }

        String row(String name) {
            return String.format(
                    Locale.ROOT,
                    "%-16s precision %.2f  recall %.2f  F1 %.3f  (%d)%n",
                    name,
                    precision(),
                    recall(),
                    f1(),
                    right + missed);
        }
    }

    private record Result(Map<String, Count> byTopic, Count all, double falseOnNone) {
        String report(String title) {
            StringBuilder report = new StringBuilder(title).append('\n');
            byTopic.forEach((topic, count) -> report.append(count.row(topic)));
            report.append(all.row("all"));
            return report.append(String.format(Locale.ROOT, "labels on items of no topic: %.3f%n", falseOnNone))
                    .toString();
        }
    }

    private static Result measure(String name, List<String> files, UnaryOperator<NewsText> form) throws IOException {
        Map<String, Count> byTopic = new TreeMap<>();
        Count all = new Count();
        int none = 0;
        int falselyLabelled = 0;
        for (Item item : items(files)) {
            Set<String> found = CLASSIFIER.classify(form.apply(item.text())).stream()
                    .map(TopicLabel::id)
                    .collect(Collectors.toSet());
            Set<String> either = new HashSet<>(found);
            either.addAll(item.topics());
            for (String topic : either) {
                for (Count count : List.of(all, byTopic.computeIfAbsent(topic, id -> new Count()))) {
                    if (!item.topics().contains(topic)) {
                        count.wrong++;
                    } else if (found.contains(topic)) {
                        count.right++;
                    } else {
                        count.missed++;
                    }
                }
            }
            if (item.topics().isEmpty()) {
                none++;
                falselyLabelled += found.isEmpty() ? 0 : 1;
            }
        }
        Result result = new Result(byTopic, all, (double) falselyLabelled / none);
        System.out.println(result.report(name));
        return result;
    }

    private static List<Item> items(List<String> files) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Item> items = new ArrayList<>();
        for (String file : files) {
            String resource = "/io/geowire/enrichment/news/" + file + ".jsonl";
            try (InputStream in =
                    Objects.requireNonNull(TopicEvaluationTest.class.getResourceAsStream(resource), resource)) {
                for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                    items.add(item(json.readTree(line)));
                }
            }
        }
        return items;
    }

    private static Item item(JsonNode node) {
        Set<String> topics = new HashSet<>();
        node.get("topics").forEach(topic -> topics.add(topic.asText()));
        JsonNode body = node.get("body");
        return new Item(new NewsText(node.get("title").asText(), body == null ? null : body.asText()), topics);
    }

    private static NewsText titleOnly(NewsText text) {
        return NewsText.headline(text.title());
    }

    @Test
    void holdsItsFiguresOnTheNewsItWasWrittenWith() throws IOException {
        Result whole = measure("seen, title and body", SEEN, UnaryOperator.identity());
        assertThat(whole.all().f1()).isGreaterThan(0.72);
        assertThat(whole.falseOnNone()).isLessThan(0.07);
        assertThat(measure("seen, title alone", SEEN, TopicEvaluationTest::titleOnly)
                        .all()
                        .f1())
                .isGreaterThan(0.705);
    }

    @Test
    void holdsItsFiguresOnNewsItHasNotSeen() throws IOException {
        Result whole = measure("unseen, title and body", UNSEEN, UnaryOperator.identity());
        assertThat(whole.all().f1()).isGreaterThan(0.61);
        assertThat(whole.falseOnNone()).isLessThan(0.22);
        assertThat(measure("unseen, title alone", UNSEEN, TopicEvaluationTest::titleOnly)
                        .all()
                        .f1())
                .isGreaterThan(0.585);
    }
}
