package io.geowire.alerts.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The monitor finds what running each watch by itself finds: an index of queries must lose none. */
class BruteForceTest {
    private static final int WATCHES = 150;
    private static final int ITEMS = 40;
    private static final List<String> VOCABULARY = List.of(
            "iran",
            "oil",
            "New",
            "START",
            "start",
            "frozen",
            "assets",
            "asset",
            "Zelenskiy",
            "Zelensky",
            "U.S.",
            "al-Assad",
            "naïve",
            "sanction",
            "sanctions",
            "sanctioned",
            "北京",
            "treaty",
            "’",
            "don't",
            "👍",
            "x");
    private static final List<String> ENTITIES = List.of("Q1", "Q2", "local:x", "Q12");
    private static final List<String> TOPICS = List.of("trade", "energy", "law");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void monitorAgreesWithEachWatchRunAlone(long seed) throws Exception {
        Random random = new Random(seed);
        List<Watch> watches = new ArrayList<>();
        for (int i = 0; i < WATCHES; i++) {
            watches.add(watch("w" + i, random));
        }
        List<CompiledWatch> compiled = new ArrayList<>();
        for (Watch watch : watches) {
            compiled.add(CompiledWatch.of(watch));
        }
        int matches = 0;
        try (WatchMatcher matcher = new WatchMatcher()) {
            assertThat(matcher.replaceAll(watches)).isEmpty();
            for (int i = 0; i < ITEMS; i++) {
                NewsItem item = item(random);
                Set<String> found = matcher.match(item).stream()
                        .map(match -> match.watch().id())
                        .collect(Collectors.toCollection(TreeSet::new));
                assertThat(found).as("seed %d, item %s", seed, item).isEqualTo(alone(compiled, item));
                matcher.match(item)
                        .forEach(match -> assertThat(match.matches())
                                .as("seed %d, item %s", seed, item)
                                .allSatisfy(words ->
                                        assertThat(item.words(words.span())).isEqualTo(words.text())));
                matches += found.size();
            }
        }
        assertThat(matches).as("the generator must not be too shy").isGreaterThan(ITEMS);
    }

    private static Set<String> alone(List<CompiledWatch> watches, NewsItem item) throws Exception {
        List<Annotation> exact = new ExactPhrases(watches.stream()
                        .flatMap(watch -> watch.watch().caseSensitive().stream())
                        .collect(Collectors.toSet()))
                .find(item);
        IndexSearcher searcher = index(item, exact);
        Set<String> found = new TreeSet<>();
        for (CompiledWatch watch : watches) {
            if (searcher.count(watch.query()) > 0) {
                found.add(watch.watch().id());
            }
        }
        return found;
    }

    private static IndexSearcher index(NewsItem item, List<Annotation> exact) {
        MemoryIndex index = new MemoryIndex(true);
        try (NewsAnalyzer analyzer = new NewsAnalyzer()) {
            for (IndexableField field : ItemDocument.of(item, exact)) {
                index.addField(field, analyzer);
            }
        }
        return index.createSearcher();
    }

    private static Watch watch(String id, Random random) {
        String query = random.nextInt(4) > 0 ? queryText(random, 2) : null;
        List<String> phrases = random.nextInt(4) == 0 ? List.of(words(random, 2), words(random, 1)) : List.of();
        List<String> entities =
                random.nextInt(5) == 0 ? List.of(pick(ENTITIES, random), pick(ENTITIES, random)) : List.of();
        List<String> topics = random.nextInt(5) == 0 ? List.of(pick(TOPICS, random)) : List.of();
        Watch watch = new Watch(id, id, Severity.LOW, query, phrases, entities, topics, 1, List.of());
        return watch.isEmpty() ? watch(id, random) : watch;
    }

    private static String queryText(Random random, int depth) {
        if (depth == 0) {
            return switch (random.nextInt(10)) {
                case 0 -> "\"" + words(random, 2) + "\"";
                case 1 -> "\"" + words(random, 3) + "\"~" + random.nextInt(6);
                case 2 -> "title:" + word(random);
                case 3 -> "body:\"" + words(random, 2) + "\"~1";
                case 4 -> "sanct*";
                case 5 -> "ass?t*";
                case 6 -> "zelenskyy~2";
                case 7 -> "entity:" + pick(ENTITIES, random).replace(":", "\\:");
                case 8 -> "topic:" + pick(TOPICS, random);
                default -> word(random);
            };
        }
        String left = queryText(random, depth - 1);
        String right = queryText(random, random.nextInt(depth));
        return switch (random.nextInt(5)) {
            case 0 -> "(" + left + " AND " + right + ")";
            case 1 -> "(" + left + " AND NOT " + right + ")";
            case 2 -> "(+" + left + " " + right + ")";
            case 3 -> left;
            default -> "(" + left + " OR " + right + ")";
        };
    }

    private static NewsItem item(Random random) {
        Set<Annotation> entities = new LinkedHashSet<>();
        Set<Annotation> topics = new LinkedHashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            entities.add(new Annotation(pick(ENTITIES, random), "name", List.of(new Span(TextField.TITLE, 0, 1))));
            topics.add(new Annotation(pick(TOPICS, random), "t", List.of()));
        }
        String body = random.nextBoolean()
                ? null
                : words(random, random.nextInt(8)) + (random.nextBoolean() ? "\n\n" : " ") + words(random, 4);
        return new NewsItem(
                words(random, 1 + random.nextInt(6)), body, "Wire", "en", List.copyOf(entities), List.copyOf(topics));
    }

    private static String words(Random random, int count) {
        List<String> words = new ArrayList<>();
        words.add(word(random));
        for (int i = 1; i < count; i++) {
            words.add(pick(VOCABULARY, random));
        }
        return String.join(" ", words);
    }

    /** One that the analyzer keeps. */
    private static String word(Random random) {
        return VOCABULARY.get(random.nextInt(12));
    }

    private static String pick(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
