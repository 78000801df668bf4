package io.geowire.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.standalone.registry.SchemaVersion.Lifecycle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {
    static Stream<RegistryEvent> events() {
        return Stream.of(
                new SchemaVersion("новости/\"a\"", 3, 7, "{\"type\": \"int\"}", Lifecycle.DELETED),
                new SchemaVersion("a", 3, 7, "", Lifecycle.ERASED),
                new LevelChange("a", CompatibilityLevel.FULL_TRANSITIVE),
                new LevelChange("a", null),
                new LevelChange(null, CompatibilityLevel.NONE),
                new LevelChange(null, null));
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_comes_back_as_it_went(RegistryEvent event) throws IOException {
        assertThat(EventCodec.decode(EventCodec.encode(event))).isEqualTo(event);
    }

    @Test
    void what_earlier_servers_wrote_can_be_read() throws IOException {
        assertThat(decode("{'event':'version','subject':'a','version':1,'id':2,'schema':'x','lifecycle':'LIVE'}"))
                .isEqualTo(new SchemaVersion("a", 1, 2, "x", Lifecycle.LIVE));
        assertThat(decode("{'event':'level','subject':null,'level':'NONE'}"))
                .isEqualTo(new LevelChange(null, CompatibilityLevel.NONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "x",
                "[]",
                "{}",
                "{'event':'other'}",
                "{'event':'level','level':'SIDEWAYS'}",
                "{'event':'version','subject':'a','version':1,'id':2,'schema':'x','lifecycle':'LIVE','more':1}",
                "{'event':'version','version':1,'id':2,'schema':'x','lifecycle':'LIVE'}"
            })
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> decode(text)).isInstanceOf(IOException.class);
    }

    @Test
    void events_on_the_same_thing_have_the_same_key_and_others_have_not() {
        SchemaVersion version = new SchemaVersion("a", 1, 1, "\"int\"", Lifecycle.LIVE);

        assertThat(version.key()).isEqualTo(version.erased().key());
        assertThat(Stream.of(
                                version,
                                new SchemaVersion("a", 2, 1, "\"int\"", Lifecycle.LIVE),
                                new SchemaVersion("a/1", 1, 1, "\"int\"", Lifecycle.LIVE),
                                new LevelChange("a", null),
                                new LevelChange("", null),
                                new LevelChange(null, null))
                        .map(RegistryEvent::key))
                .doesNotHaveDuplicates();
    }

    private static RegistryEvent decode(String text) throws IOException {
        return EventCodec.decode(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
