package io.geowire.enrichment.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final long TIMEOUT = 30_000;
    private static final long START = 1_000_000;

    private final Patience patience = new Patience(TIMEOUT, 2, START);

    @Test
    void whereNothingIsHeardForTheTimeoutItIsOver() {
        assertThat(patience.overdue(START + TIMEOUT - 1)).isNegative();
        assertThat(patience.overdue(START + TIMEOUT)).isEqualTo(START);
    }

    @Test
    void behindABacklogLateIsNotLost() {
        for (int i = 0; i < 100; i++) {
            patience.heard(0, START + i, START + 1_000L * i);
        }

        assertThat(patience.overdue(START + 100_000)).isNegative();
    }

    @Test
    void whatEveryPartitionHasPassedIsLost() {
        patience.heard(0, START + 50_000, START + 90_000);
        patience.heard(1, START + 40_000, START + 90_000);

        assertThat(patience.overdue(START + 90_000)).isEqualTo(START + 40_000 - 1);
    }

    @Test
    void nobodyIsGivenUpBeforeTheTimeout() {
        patience.heard(0, START + 50_000, START + 50_000);
        patience.heard(1, START + 50_000, START + 50_000);

        assertThat(patience.overdue(START + 50_000)).isEqualTo(START + 50_000 - TIMEOUT);
    }
}
