package io.geowire.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.standalone.registry.SchemaVersion.Lifecycle;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRefTest {
    private static final SchemaVersion FIRST = new SchemaVersion("a", 1, 1, "\"int\"", Lifecycle.LIVE);
    private static final SchemaVersion THIRD = new SchemaVersion("a", 3, 2, "\"long\"", Lifecycle.LIVE);

    @Test
    void a_number_names_that_version() {
        assertThat(VersionRef.parse("1").in(List.of(FIRST, THIRD))).contains(FIRST);
        assertThat(VersionRef.parse("2").in(List.of(FIRST, THIRD))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest", "-1"})
    void the_latest_is_the_last_one(String text) {
        assertThat(VersionRef.parse(text).in(List.of(FIRST, THIRD))).contains(THIRD);
        assertThat(VersionRef.parse(text).in(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-2", "", "1.0", "first", "2147483648"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> VersionRef.parse(text))
                .isInstanceOfSatisfying(
                        RegistryFault.class, fault -> assertThat(fault.code()).isEqualTo(42202));
    }
}
