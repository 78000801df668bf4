package io.geowire.alerts.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlertIdTest {
    @Test
    void isStableAcrossVersionsOfThisProgram() {
        assertThat(AlertId.of("new-start", "00ff", "story", 1)).isEqualTo("1a7723162fa709bb68804e53c43c012b");
    }

    @Test
    void tellsWatchVersionStoryAndRevisionApart() {
        assertThat(AlertId.of("a", "b", "c", 11))
                .isNotEqualTo(AlertId.of("a", "b", "c", 1))
                .isNotEqualTo(AlertId.of("a", "b", "d", 11))
                .isNotEqualTo(AlertId.of("a", "bc", "", 11))
                .isNotEqualTo(AlertId.of("ab", "", "c", 11));
    }
}
