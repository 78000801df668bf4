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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
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
    private static final int PARTITIONS = 4;

    @TempDir
    Path folder;

    /** An article as it was published, with what was known by then. */
    private record Revision(int article, List<Integer> known) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void eachStoryIsRaisedOnceAndCountsAllItsArticles(long seed) {
        Random random = new Random(seed);
        Map<String, List<Alert>> byKey;
        try (TopologyFixture topology = new TopologyFixture(folder)) {
            topology.putWatch(watch("w", "report"));
            for (Revision revision : interleaved(revisions(random), random)) {
                put(topology, revision);
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

    /** Articles in any order; when one comes, those of its story that came before get a revision with the new link. */
    private static List<Revision> revisions(Random random) {
        List<Integer> order = new ArrayList<>(
                IntStream.range(0, STORIES * ARTICLES_OF_A_STORY).boxed().toList());
        Collections.shuffle(order, random);
        List<Revision> revisions = new ArrayList<>();
        List<Integer> known = new ArrayList<>();
        for (int article : order) {
            List<Integer> before = List.copyOf(known);
            known.add(article);
            revisions.add(new Revision(article, before));
            before.stream()
                    .filter(earlier -> story(earlier) == story(article))
                    .forEach(earlier -> revisions.add(new Revision(earlier, List.copyOf(known))));
        }
        return revisions;
    }

    /** The revisions as a task may read them: those of one partition in their order, partitions in any. */
    private static List<Revision> interleaved(List<Revision> revisions, Random random) {
        List<Deque<Revision>> partitions = new ArrayList<>();
        for (int i = 0; i < PARTITIONS; i++) {
            partitions.add(new ArrayDeque<>());
        }
        revisions.forEach(revision ->
                partitions.get((revision.article / STORIES) % PARTITIONS).add(revision));
        List<Revision> interleaved = new ArrayList<>();
        while (interleaved.size() < revisions.size()) {
            Deque<Revision> partition = partitions.get(random.nextInt(PARTITIONS));
            if (!partition.isEmpty()) {
                interleaved.add(partition.poll());
            }
        }
        return interleaved;
    }

    private static void put(TopologyFixture topology, Revision revision) {
        topology.put(headline(
                "a" + revision.article,
                "A report",
                publishedAt(revision.article),
                revision.known.stream()
                        .filter(other -> other != revision.article && story(other) == story(revision.article))
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
