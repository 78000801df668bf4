package io.geowire.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.standalone.registry.SchemaVersion.Lifecycle;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaStateTest {
    private static final SchemaVersion INT = new SchemaVersion("a", 1, 1, "\"int\"", Lifecycle.LIVE);
    private static final SchemaVersion LONG = new SchemaVersion("a", 2, 2, "\"long\"", Lifecycle.LIVE);
    private static final SchemaVersion INT_OF_B = new SchemaVersion("b", 1, 1, "\"int\"", Lifecycle.LIVE);

    private final SchemaState state = new SchemaState();

    private void apply(RegistryEvent... events) {
        List.of(events).forEach(state::apply);
    }

    @Test
    void starts_empty_with_the_first_id_and_version_free() {
        assertThat(state.subjects(Visibility.LIVE_AND_DELETED)).isEmpty();
        assertThat(state.idFor("\"int\"")).isEqualTo(1);
        assertThat(state.nextVersion("a")).isEqualTo(1);
        assertThat(state.level()).isEqualTo(CompatibilityLevel.BACKWARD);
    }

    @Test
    void a_schema_has_one_id_in_all_subjects() {
        apply(INT, LONG, INT_OF_B);

        assertThat(state.idFor("\"int\"")).isEqualTo(1);
        assertThat(state.idFor("\"string\"")).isEqualTo(3);
        assertThat(state.usages(1, Visibility.LIVE)).containsExactly(INT, INT_OF_B);
    }

    @Test
    void the_same_events_again_change_nothing() {
        apply(INT, LONG, INT, LONG);

        assertThat(state.versions("a", Visibility.LIVE)).containsExactly(INT, LONG);
        assertThat(state.maxId()).isEqualTo(2);
    }

    @Test
    void a_deleted_version_is_seen_by_those_who_ask_for_it_and_its_schema_stays() {
        apply(INT, LONG, INT.deleted());

        assertThat(state.versions("a", Visibility.LIVE)).containsExactly(LONG);
        assertThat(state.versions("a", Visibility.DELETED)).containsExactly(INT.deleted());
        assertThat(state.versions("a", Visibility.LIVE_AND_DELETED)).containsExactly(INT.deleted(), LONG);
        assertThat(state.schema(1)).contains("\"int\"");
    }

    @Test
    void a_subject_without_a_visible_version_is_not_listed() {
        apply(INT, INT_OF_B, INT.deleted());

        assertThat(state.subjects(Visibility.LIVE)).containsExactly("b");
        assertThat(state.subjects(Visibility.DELETED)).containsExactly("a");
        assertThat(state.subjects(Visibility.LIVE_AND_DELETED)).containsExactly("a", "b");
    }

    @Test
    void an_erased_schema_is_gone_once_no_subject_has_it() {
        apply(INT, INT_OF_B, INT.deleted(), INT.erased());
        assertThat(state.schema(1)).contains("\"int\"");

        apply(INT_OF_B.deleted(), INT_OF_B.erased());
        assertThat(state.schema(1)).isEmpty();
        assertThat(state.versions("a", Visibility.LIVE_AND_DELETED)).isEmpty();
    }

    @Test
    void ids_and_versions_of_erased_schemas_are_not_given_again() {
        apply(INT, LONG, LONG.deleted(), LONG.erased());

        assertThat(state.idFor("\"long\"")).isEqualTo(3);
        assertThat(state.nextVersion("a")).isEqualTo(3);
    }

    @Test
    void what_compaction_leaves_adds_up_to_the_same() {
        apply(INT.erased(), LONG);

        assertThat(state.versions("a", Visibility.LIVE_AND_DELETED)).containsExactly(LONG);
        assertThat(state.schema(1)).isEmpty();
        assertThat(state.idFor("\"int\"")).isEqualTo(3);
    }

    @Test
    void a_second_schema_for_an_id_is_an_error() {
        apply(INT);
        SchemaVersion other = new SchemaVersion("b", 1, 1, "\"long\"", Lifecycle.LIVE);

        assertThatThrownBy(() -> state.apply(other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("id 1")
                .hasMessageContaining("'b'");
    }

    @Test
    void levels_are_set_and_removed_for_all_and_for_one_subject() {
        apply(new LevelChange(null, CompatibilityLevel.FULL), new LevelChange("a", CompatibilityLevel.NONE));
        assertThat(state.level()).isEqualTo(CompatibilityLevel.FULL);
        assertThat(state.level("a")).contains(CompatibilityLevel.NONE);
        assertThat(state.level("b")).isEmpty();

        apply(new LevelChange(null, null), new LevelChange("a", null));
        assertThat(state.level()).isEqualTo(CompatibilityLevel.BACKWARD);
        assertThat(state.level("a")).isEmpty();
    }
}
