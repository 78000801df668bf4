package io.geowire.enrichment.related;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.enrichment.encoder.TextVector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A name that nobody knew is in a fifth of 5,000 items. Some of them are pairs of reports of one event, hours apart, which have that
 * name and one common word in common and nothing else.
 */
class HotNameTest {
    private static final int ITEMS = 5_000;
    private static final int EVENTS = 150;
    private static final int COMMON = 25;
    private static final int RING = 100;
    private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");
    private static final DocumentFrequencies TABLE = table();

    private final BlockKeys keys = new BlockKeys(PairModel.shipped());
    private final List<Item> stream = stream();

    /** @param event number of the event that it and one other report; null if it is the only one */
    private record Item(
            int number,
            List<Weighted> terms,
            List<Weighted> entities,
            @Nullable Integer event) {}

    @Test
    void reportsUnderTheNewNameFindEachOther() {
        Run counted = run(List.of(new StreamShares(TABLE)));
        Run byTheTable = run(List.of(TABLE));

        assertThat(counted.recall()).isGreaterThan(0.9);
        assertThat(byTheTable.recall()).isLessThan(counted.recall() - 0.3);
        assertThat(counted.most).isLessThanOrEqualTo(BlockKeys.MOST * RING);
        assertThat(counted.candidates).isLessThanOrEqualTo(byTheTable.candidates);
    }

    @Test
    void soDoThoseThatDifferentPartitionsCounted() {
        Run counted = run(List.of(new StreamShares(TABLE), new StreamShares(TABLE), new StreamShares(TABLE)));

        assertThat(counted.differentKeys).isPositive();
        assertThat(counted.recall()).isGreaterThan(0.75);
    }

    @Test
    void aPartitionThatIsBehindStillMeetsOneThatIsAhead() {
        List<Weighted> terms = List.of(weighted("common1"));
        List<Weighted> entities = List.of(weighted("newcomer"));
        List<String> below = keys.of(terms, entities, List.of(), TextVector.NONE, shares(0.02));
        List<String> within = keys.of(terms, entities, List.of(), TextVector.NONE, shares(0.05));
        List<String> above = keys.of(terms, entities, List.of(), TextVector.NONE, shares(0.07));

        assertThat(below).containsExactly("e:newcomer");
        assertThat(within).containsExactlyInAnyOrder("e:newcomer", "e:newcomer+t:common1");
        assertThat(above).containsExactly("e:newcomer+t:common1");
        assertThat(BlockKeys.rarestShared(below, within)).contains("e:newcomer");
        assertThat(BlockKeys.rarestShared(within, above)).contains("e:newcomer+t:common1");
    }

    private static Shares shares(double newcomer) {
        return name -> name.equals("newcomer") ? newcomer : TABLE.share(name);
    }

    /** Items go to partitions in turn; one whose shares are counted counts it. */
    private Run run(List<Shares> partitions) {
        Run run = new Run();
        for (Item item : stream) {
            // Not in step with how often the name comes.
            Shares shares = partitions.get(item.number / 7 % partitions.size());
            Profile profile = new Profile(
                    item.terms,
                    item.entities,
                    List.of(),
                    keys.of(item.terms, item.entities, List.of(), TextVector.NONE, shares),
                    Sketch.EMPTY,
                    TextVector.NONE);
            if (shares instanceof StreamShares counted) {
                counted.count(profile, (name, count) -> {});
            }
            run.arrive(item, profile);
        }
        return run;
    }

    private static List<Item> stream() {
        Random random = new Random(17);
        Map<Integer, Integer> events = new HashMap<>();
        for (int event = 0; event < EVENTS; event++) {
            int first = 1_000 + random.nextInt(3_000);
            int second = first + 500 + random.nextInt(400);
            events.putIfAbsent(first, event);
            events.putIfAbsent(second, event);
        }
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            Integer event = events.get(i);
            boolean named = event != null || random.nextInt(5) == 0;
            int common = event != null ? event % COMMON : random.nextInt(COMMON);
            items.add(new Item(
                    i,
                    List.of(weighted("common" + common), weighted("word" + i + "x"), weighted("word" + i + "y")),
                    named ? List.of(weighted("newcomer")) : List.of(),
                    event));
        }
        return items;
    }

    /** Some words are in 4 % of the items each; nobody has heard of the newcomer. */
    private static DocumentFrequencies table() {
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < COMMON; i++) {
            counts.put("common" + i, 40);
        }
        return new DocumentFrequencies(1_000, counts);
    }

    private static Weighted weighted(String name) {
        return new Weighted(name, TABLE.weight(name), true);
    }

    /** Rings in memory, and which reports of one event met in them. */
    private static final class Run {
        private final Map<String, TreeMap<String, Fingerprint>> rings = new HashMap<>();
        private final Map<String, Integer> eventOf = new HashMap<>();
        private final Map<Integer, List<String>> keysOf = new HashMap<>();
        private final Set<Integer> met = new HashSet<>();
        private final Set<Integer> complete = new HashSet<>();
        private final Ring ring = new Ring(this::sameEvent);
        private int differentKeys;
        private long candidates;
        private int most;

        void arrive(Item item, Profile profile) {
            String id = "%032x".formatted(item.number);
            Headline headline = new Headline(id, null, "title", null, null, START.plusSeconds(50L * item.number));
            Fingerprint arriving = new Fingerprint(headline, 1, profile);
            if (item.event != null) {
                eventOf.put(id, item.event);
                List<String> other = keysOf.putIfAbsent(item.event, profile.blockKeys());
                if (other != null) {
                    complete.add(item.event);
                    differentKeys += other.size() == profile.blockKeys().size() ? 0 : 1;
                }
            }
            int here = 0;
            for (String key : profile.blockKeys()) {
                TreeMap<String, Fingerprint> members = rings.computeIfAbsent(key, it -> new TreeMap<>());
                here += members.size();
                ring.arrive(key, arriving, null, List.copyOf(members.values()))
                        .findings()
                        .forEach(finding -> met.add(Objects.requireNonNull(item.event)));
                members.put(id, arriving);
                if (members.size() > RING) {
                    members.pollFirstEntry();
                }
            }
            candidates += here;
            most = Math.max(most, here);
        }

        double recall() {
            assertThat(complete).hasSizeGreaterThan(EVENTS / 2);
            return (double) met.size() / complete.size();
        }

        private Optional<Relatedness> sameEvent(Fingerprint one, Fingerprint other) {
            Integer event = eventOf.get(one.articleId());
            return event != null && event.equals(eventOf.get(other.articleId()))
                    ? Optional.of(new Relatedness(1, Relation.SAME_EVENT, List.of(), List.of(), null))
                    : Optional.empty();
        }
    }
}
