package io.geowire.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.standalone.registry.SchemaVersion.Lifecycle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CompatibilityTest {
    /** Can be read by all the others but reads only itself. */
    private static final String WIDE = record("int a", "int b");

    private static final String NARROW = record("int a");
    private static final String EXTRA_DEFAULT = record("int a", "int b = 0");

    /** Fields as {@code int name} or {@code int name = default}. */
    private static String record(String... fields) {
        return IntStream.range(0, fields.length)
                .mapToObj(i -> fields[i].split("[ =]+", -1))
                .map(part -> "{\"type\":\"%s\",\"name\":\"%s\"%s}"
                        .formatted(part[0], part[1], part.length == 3 ? ",\"default\":" + part[2] : ""))
                .collect(Collectors.joining(",", "{\"type\":\"record\",\"name\":\"R\",\"fields\":[", "]}"));
    }

    private static List<String> faults(String schema, CompatibilityLevel level, String... earlier) {
        List<SchemaVersion> versions = new ArrayList<>();
        for (String text : earlier) {
            int version = versions.size() + 1;
            versions.add(new SchemaVersion("s", version, version, text, Lifecycle.LIVE));
        }
        return Compatibility.faults(new Schema.Parser().parse(schema), versions, level);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, true, true",
        "BACKWARD, false, true",
        "BACKWARD_TRANSITIVE, false, true",
        "FORWARD, true, false",
        "FORWARD_TRANSITIVE, true, false",
        "FULL, false, false",
        "FULL_TRANSITIVE, false, false"
    })
    void a_level_says_who_must_read_whom(CompatibilityLevel level, boolean widening, boolean narrowing) {
        assertThat(faults(WIDE, level, NARROW).isEmpty()).isEqualTo(widening);
        assertThat(faults(NARROW, level, WIDE).isEmpty()).isEqualTo(narrowing);
        assertThat(faults(EXTRA_DEFAULT, level, NARROW)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CompatibilityLevel.class)
    void only_transitive_levels_look_past_the_latest_version(CompatibilityLevel level) {
        boolean fits = faults("\"int\"", level, "\"string\"", "\"int\"").isEmpty();

        assertThat(fits).isEqualTo(!level.transitive());
    }

    @ParameterizedTest
    @EnumSource(CompatibilityLevel.class)
    void the_first_version_is_free(CompatibilityLevel level) {
        assertThat(faults(WIDE, level)).isEmpty();
    }

    @Test
    void a_reason_tells_the_version_the_place_and_the_fault() {
        assertThat(faults(WIDE, CompatibilityLevel.BACKWARD, NARROW))
                .singleElement()
                .asString()
                .contains("version 1", "READER_FIELD_MISSING_DEFAULT_VALUE", "/fields/1", "b");
        assertThat(faults("\"int\"", CompatibilityLevel.FORWARD, "\"string\""))
                .singleElement()
                .asString()
                .startsWith("version 1 cannot read what the new schema writes: TYPE_MISMATCH at /: ");
    }

    @Test
    void of_many_reasons_the_first_are_told_and_the_rest_counted() {
        String[] ints = IntStream.range(0, 100).mapToObj(i -> "int f" + i).toArray(String[]::new);
        String[] strings = IntStream.range(0, 100).mapToObj(i -> "string f" + i).toArray(String[]::new);

        List<String> faults = faults(record(ints), CompatibilityLevel.BACKWARD, record(strings));

        assertThat(faults).hasSize(Compatibility.MAX_REASONS + 1);
        assertThat(faults).last().isEqualTo("and 80 more");
    }

    @Test
    void unions_of_as_many_types_as_are_allowed_can_be_compared() {
        String chain = chain(AvroSchemas.MAX_NAMED_TYPES);

        assertThat(faults(chain, CompatibilityLevel.BACKWARD, chain)).isEmpty();
    }

    /** A union of records each of which holds the one before. */
    static String chain(int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> "{\"type\":\"record\",\"name\":\"R%d\",\"fields\":[{\"name\":\"f\",\"type\":%s}]}"
                        .formatted(i, i == 0 ? "\"int\"" : "\"R" + (i - 1) + "\""))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
