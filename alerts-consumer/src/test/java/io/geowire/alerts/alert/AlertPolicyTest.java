package io.geowire.alerts.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.alerts.alert.Decision.Raise;
import io.geowire.alerts.alert.Decision.Reason;
import io.geowire.alerts.alert.Decision.Suppress;
import io.geowire.alerts.alert.Decision.Update;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlertPolicyTest {
    @Test
    void firstArticleRaises() {
        assertThat(AlertPolicy.decide(sighting("a", 1, "Wire"), AlertState.NONE))
                .isEqualTo(new Raise(new AlertState(1, 1, 1, List.of("a"), List.of("Wire"))));
    }

    @Test
    void articleOfNoNamedSourceRaises() {
        assertThat(AlertPolicy.decide(sighting("a", 1), AlertState.NONE)).isInstanceOf(Raise.class);
    }

    @Test
    void furtherArticleUpdates() {
        AlertState raised = new AlertState(1, 1, 1, List.of("a"), List.of("Wire"));

        assertThat(AlertPolicy.decide(sighting("b", 1, "Post", "WIRE"), raised))
                .isEqualTo(new Update(new AlertState(2, 1, 2, List.of("a", "b"), List.of("Wire", "Post"))));
    }

    @Test
    void laterRevisionOfACountedArticleChangesNothingThatIsTold() {
        AlertState raised = new AlertState(3, 1, 2, List.of("a", "b"), List.of("Wire"));

        assertThat(AlertPolicy.decide(new Sighting("a", true, List.of("Wire"), 1, false), raised))
                .isEqualTo(new Suppress(Reason.ALREADY_COUNTED, raised));
    }

    @Test
    void waitsForAsManySourcesAsTheWatchAsksFor() {
        Decision first = AlertPolicy.decide(sighting("a", 2, "Wire"), AlertState.NONE);
        assertThat(first)
                .isEqualTo(
                        new Suppress(Reason.TOO_FEW_SOURCES, new AlertState(0, 0, 1, List.of("a"), List.of("Wire"))));

        Decision same = AlertPolicy.decide(sighting("b", 2, "wire"), first.state());
        assertThat(same).isInstanceOf(Suppress.class);

        assertThat(AlertPolicy.decide(sighting("c", 2, "Post"), same.state()))
                .isEqualTo(new Raise(new AlertState(1, 1, 3, List.of("a", "b", "c"), List.of("Wire", "Post"))));
    }

    @Test
    void laterRevisionThatKnowsMoreSourcesRaisesWhatWaited() {
        AlertState waiting = new AlertState(0, 0, 1, List.of("a"), List.of("Wire"));

        assertThat(AlertPolicy.decide(new Sighting("a", true, List.of("Wire", "Post"), 2, false), waiting))
                .isEqualTo(new Raise(new AlertState(1, 1, 1, List.of("a"), List.of("Wire", "Post"))));
    }

    @Test
    void backfillRaisesWithoutAnybodyBeingTold() {
        Decision decision = AlertPolicy.decide(backfill("a", false), AlertState.NONE);

        assertThat(decision).isEqualTo(new Raise(new AlertState(1, 0, 1, List.of("a"), List.of("Wire"))));
    }

    @Test
    void firstReportThatIsNoBackfillRaisesWhatIsKnownFromBackfillAlone() {
        AlertState known = AlertPolicy.decide(
                        backfill("b", false),
                        AlertPolicy.decide(backfill("a", false), AlertState.NONE)
                                .state())
                .state();

        Decision live = AlertPolicy.decide(sighting("c", 1, "Post"), known);

        assertThat(live).isInstanceOf(Raise.class);
        assertThat(live.state().revision()).isEqualTo(3);
        assertThat(live.state().raisedRevision()).isEqualTo(3);
        assertThat(AlertPolicy.decide(sighting("d", 1, "Post"), live.state())).isInstanceOf(Update.class);
    }

    @Test
    void articleThatComesAgainAsNewsRaisesWhatItRaisedAsBackfill() {
        AlertState known =
                AlertPolicy.decide(backfill("a", false), AlertState.NONE).state();

        Decision live = AlertPolicy.decide(new Sighting("a", true, List.of("Wire"), 1, false), known);

        assertThat(live).isEqualTo(new Raise(new AlertState(2, 2, 1, List.of("a"), List.of("Wire"))));
    }

    @Test
    void backfillUpdatesWhatWasTold() {
        AlertState told = new AlertState(1, 1, 1, List.of("a"), List.of("Wire"));

        assertThat(AlertPolicy.decide(backfill("b", false), told))
                .isEqualTo(new Update(new AlertState(2, 1, 2, List.of("a", "b"), List.of("Wire"))));
        assertThat(AlertPolicy.decide(backfill("a", true), told)).isInstanceOf(Suppress.class);
    }

    @Test
    void listsAreBoundedButTheCountGoesOn() {
        AlertState state = AlertState.NONE;
        for (int i = 0; i < 250; i++) {
            state = AlertPolicy.decide(sighting("a" + i, 1, "s" + i), state).state();
        }

        assertThat(state.articleCount()).isEqualTo(250);
        assertThat(state.revision()).isEqualTo(250);
        assertThat(state.articleIds()).hasSize(AlertState.MAX_LISTED).startsWith("a0", "a1");
        assertThat(state.sources()).hasSize(AlertState.MAX_LISTED).startsWith("s0", "s1");
    }

    @Test
    void raisesOnceInAnyOrderOfArrival() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            int minSources = 1 + random.nextInt(4);
            List<Sighting> sightings = new ArrayList<>(IntStream.range(0, 8)
                    .mapToObj(i -> sighting("a" + i, minSources, "s" + i % 5))
                    .toList());
            Collections.shuffle(sightings, random);

            AlertState state = AlertState.NONE;
            int raised = 0;
            for (Sighting sighting : sightings) {
                Decision decision = AlertPolicy.decide(sighting, state);
                raised += decision instanceof Raise ? 1 : 0;
                state = decision.state();
            }

            assertThat(raised).as("seed %d", seed).isEqualTo(1);
            assertThat(state.articleCount()).as("seed %d", seed).isEqualTo(8);
        }
    }

    private static Sighting backfill(String articleId, boolean counted) {
        return new Sighting(articleId, counted, List.of("Wire"), 1, true);
    }

    private static Sighting sighting(String articleId, int minSources, String... sources) {
        return new Sighting(articleId, false, List.of(sources), minSources, false);
    }
}
