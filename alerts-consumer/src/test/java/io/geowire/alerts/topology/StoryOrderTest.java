package io.geowire.alerts.topology;

import static io.geowire.alerts.topology.TopologyFixture.NOON;
import static io.geowire.alerts.topology.TopologyFixture.headline;
import static io.geowire.alerts.topology.TopologyFixture.sameEvent;
import static io.geowire.alerts.topology.TopologyFixture.watch;
import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.events.Alert;
import io.geowire.events.RelatedHeadline;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One alert per watch and story, in whatever order its articles come and whenever their links are found. */
class StoryOrderTest {
    private static final int STORIES = 5;
    private static final int ARTICLES_OF_A_STORY = 4;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void eachStoryIsRaisedOnceAndCountsAllItsArticles(long seed) {
        Random random = new Random(seed);
        List<Integer> order = new ArrayList<>(
                IntStream.range(0, STORIES * ARTICLES_OF_A_STORY).boxed().toList());
        Collections.shuffle(order, random);

        Map<String, List<Alert>> byKey;
        try (TopologyFixture topology = new TopologyFixture(folder)) {
            topology.putWatch(watch("w", "report"));
            List<Integer> arrived = new ArrayList<>();
            for (int article : order) {
                arrived.add(article);
                put(topology, article, arrived);
                for (int earlier : arrived) {
                    if (earlier != article && story(earlier) == story(article)) {
                        put(topology, earlier, arrived); // A later revision, with the new link.
                    }
                }
            }
            byKey = topology.alertRecords().stream()
                    .collect(Collectors.groupingBy(
                            record -> record.key(), Collectors.mapping(record -> record.value(), Collectors.toList())));
        }

        assertThat(byKey).as("seed %d", seed).hasSize(STORIES);
        assertThat(byKey.values()).as("seed %d", seed).allSatisfy(alerts -> {
            assertThat(alerts).extracting(Alert::getRevision).containsExactly(1, 2, 3, 4);
            assertThat(alerts).extracting(Alert::getArticleCount).containsExactly(1, 2, 3, 4);
        });
    }

    private static void put(TopologyFixture topology, int article, List<Integer> known) {
        topology.put(headline(
                "a" + article,
                "A report",
                publishedAt(article),
                known.stream()
                        .filter(other -> other != article && story(other) == story(article))
                        .sorted((a, b) -> publishedAt(b).compareTo(publishedAt(a)))
                        .map(other -> sameEvent("a" + other, publishedAt(other)))
                        .toArray(RelatedHeadline[]::new)));
    }

    private static int story(int article) {
        return article % STORIES;
    }

    private static Instant publishedAt(int article) {
        return NOON.plus(Duration.ofMinutes(7L * article));
    }
}
