package io.geowire.enrichment.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.geowire.enrichment.encoder.TextVector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamSharesTest {
    private static final DocumentFrequencies PRIOR =
            new DocumentFrequencies(1_000, Map.of("minister", 100, "goma", 10));

    @Test
    void beforeAnythingWasCountedTheSharesAreThoseOfThePrior() {
        StreamShares shares = new StreamShares(PRIOR);

        assertThat(shares.share("minister")).isEqualTo(0.1);
        assertThat(shares.share("goma")).isEqualTo(0.01);
        assertThat(shares.share("unheard-of")).isZero();
    }

    @Test
    void aHundredItemsMoveThemByATenth() {
        StreamShares shares = new StreamShares(PRIOR);
        count(shares, 100, "goma");

        assertThat(shares.share("minister")).isCloseTo(0.09, within(0.002));
        assertThat(shares.share("goma")).isCloseTo(0.1, within(0.002));
    }

    @Test
    void aNameInAFifthOfTheItemsIsKnownToBe() {
        StreamShares shares = new StreamShares(PRIOR);
        for (int i = 0; i < 40_000; i++) {
            count(shares, 1, i % 5 == 0 ? "newcomer" : "other");
        }

        assertThat(shares.share("newcomer")).isCloseTo(0.2, within(0.02));
        assertThat(shares.share("other")).isCloseTo(0.8, within(0.02));
    }

    @Test
    void whatIsInTheNewsNoLongerFades() {
        StreamShares shares = new StreamShares(PRIOR);
        count(shares, 10_000, "newcomer");
        double height = shares.share("newcomer");
        count(shares, 10_000, "other");

        assertThat(shares.share("newcomer")).isBetween(0.3 * height, 0.4 * height);
        count(shares, 80_000, "other");
        assertThat(shares.share("newcomer")).isLessThan(0.01);
        assertThat(shares.share("minister")).isLessThan(0.001);
    }

    @Test
    void anItemCountsANameOnceAndTermsOfItsLeadNotAtAll() {
        StreamShares shares = new StreamShares(PRIOR);
        List<String> changed = new ArrayList<>();

        shares.count(
                profile(
                        List.of(new Weighted("same", 1, true), new Weighted("lead", 1, false)),
                        List.of(new Weighted("Q1", 1, false), new Weighted("same", 1, true))),
                (name, count) -> changed.add(name + " " + (count == null ? null : count.count())));

        assertThat(changed).containsExactly("Q1 1.0", "same 1.0");
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42})
    void countingGoesOnFromWhatWasKeptAsIfItHadNeverStopped(long seed) {
        List<Fingerprint> items = new RandomArticles(seed).list(600);
        Kept untouched = new Kept(new HashMap<>());
        Kept stopped = new Kept(new HashMap<>());
        for (int i = 0; i < items.size(); i++) {
            untouched.count(items.get(i));
            if (i % 97 == 50) {
                stopped = new Kept(stopped.counts);
            }
            stopped.count(items.get(i));
        }

        assertThat(stopped.counts).isEqualTo(untouched.counts).hasSize(Kept.MOST);
        for (String name : untouched.counts.keySet()) {
            assertThat(stopped.shares.share(name)).isEqualTo(untouched.shares.share(name));
        }
    }

    @Test
    void endlessNewNamesDriveOutWhatIsRareOnly() {
        Kept kept = new Kept(new HashMap<>());
        for (int i = 0; i < 5_000; i++) {
            kept.shares.count(
                    profile(
                            List.of(new Weighted("unique" + i, 1, true)),
                            i % 5 == 0 ? List.of(new Weighted("Q1", 1, true)) : List.of()),
                    kept::changed);
        }

        assertThat(kept.counts).hasSize(Kept.MOST).containsKey("Q1");
        assertThat(kept.shares.share("Q1")).isCloseTo(0.17, within(0.02));
    }

    private static void count(StreamShares shares, int times, String name) {
        for (int i = 0; i < times; i++) {
            shares.count(profile(List.of(new Weighted(name, 1, true)), List.of()), (changed, count) -> {});
        }
    }

    private static Profile profile(List<Weighted> terms, List<Weighted> entities) {
        return new Profile(terms, entities, List.of(), List.of(), Sketch.EMPTY, TextVector.NONE);
    }

    /** Shares of few names, and a store that keeps them. */
    private static final class Kept {
        static final int MOST = 15;
        final Map<String, StreamShares.Count> counts;
        final StreamShares shares;

        Kept(Map<String, StreamShares.Count> counts) {
            this.counts = new HashMap<>(counts);
            this.shares = new StreamShares(PRIOR, counts, MOST);
        }

        void count(Fingerprint item) {
            shares.count(item.profile(), this::changed);
        }

        void changed(String name, StreamShares.@Nullable Count count) {
            if (count == null) {
                counts.remove(name);
            } else {
                counts.put(name, count);
            }
        }
    }
}
