package io.geowire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.geowire.standalone.GeowireProcess.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of the input changes neither entities nor topics nor which watches alert, and hardly any relation. */
class ShuffledInputIT {
    private static final double AGREEMENT = 0.97;

    @TempDir
    Path folder;

    @Test
    void shuffledInputGivesTheSameResult() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        List<String> items = LabelledNews.items();
        Result first = run("first.jsonl", items);
        List<String> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, new Random(seed));
        Result second = run("second.jsonl", shuffled);

        assertThat(field(second, "entities")).isEqualTo(field(first, "entities"));
        assertThat(field(second, "topics")).isEqualTo(field(first, "topics"));
        assertThat(watches(second)).isEqualTo(watches(first)).isNotEmpty();
        Set<String> pairs = pairs(first);
        assertThat(pairs).hasSizeGreaterThan(100);
        double agreement = agreement(pairs, pairs(second));
        System.out.printf("%d pairs, %.1f %% agree%n", pairs.size(), 100 * agreement);
        assertThat(agreement).isGreaterThanOrEqualTo(AGREEMENT);
    }

    private Result run(String name, List<String> items) throws Exception {
        Path input = LabelledNews.write(folder.resolve(name), items);
        Result result = GeowireProcess.run(folder, "run", "--json", input.toString());
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.json("enriched")).hasSameSizeAs(items);
        return result;
    }

    private static Map<String, String> field(Result result, String field) {
        Map<String, String> values = new TreeMap<>();
        for (JsonNode line : result.json("enriched")) {
            values.put(line.path("inputId").asText(), line.path(field).toString());
        }
        return values;
    }

    private static Set<String> watches(Result result) {
        Set<String> watches = new TreeSet<>();
        result.json("alert").forEach(line -> watches.add(line.path("watchId").asText()));
        return watches;
    }

    private static Set<String> pairs(Result result) {
        Set<String> pairs = new HashSet<>();
        for (JsonNode line : result.json("enriched")) {
            for (JsonNode related : line.path("related")) {
                pairs.add("%s %s %s"
                        .formatted(
                                line.path("articleId").asText(),
                                related.path("articleId").asText(),
                                related.path("relation").asText()));
            }
        }
        return pairs;
    }

    /** The share of the pairs of either that are pairs of both. */
    private static double agreement(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        Set<String> either = new HashSet<>(one);
        either.addAll(other);
        return (double) both.size() / either.size();
    }
}
