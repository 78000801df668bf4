package io.geowire.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void environmentPrevailsOverFile() {
        Settings settings = Settings.of(
                Map.of("geowire.enrichment.state-dir", "from-file", "geowire.enrichment.threads", "3"),
                Map.of("GEOWIRE_ENRICHMENT_STATE_DIR", "from-variable", "PATH", "/bin"));

        assertThat(settings.text("geowire.enrichment.state-dir", "none")).isEqualTo("from-variable");
        assertThat(settings.integer("geowire.enrichment.threads", 1, 1, 64)).isEqualTo(3);
    }

    @Test
    void absentAndBlankValuesGiveTheDefault() {
        Settings settings = Settings.of(Map.of("geowire.a", "  "));

        assertThat(settings.text("geowire.a", "default")).isEqualTo("default");
        assertThat(settings.integer("geowire.b", 7, 0, 9)).isEqualTo(7);
        assertThat(settings.duration("geowire.c", Duration.ofHours(72))).isEqualTo(Duration.ofHours(72));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65", "many", "3.5", "99999999999"})
    void numberOutOfRangeIsRefusedWithKeyValueAndRange(String value) {
        Settings settings = Settings.of(Map.of("geowire.x.threads", value));

        assertThatThrownBy(() -> settings.integer("geowire.x.threads", 1, 1, 64))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("geowire.x.threads: '" + value + "' is not a whole number from 1 to 64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"72h", "PT0S", "-PT1H", "3 days"})
    void durationThatIsNoneIsRefusedWithAnExample(String value) {
        Settings settings = Settings.of(Map.of("geowire.x.window", value));

        assertThatThrownBy(() -> settings.duration("geowire.x.window", Duration.ofHours(1)))
                .hasMessage("geowire.x.window: '" + value + "' is not an ISO-8601 duration above zero, such as PT72H");
    }

    @Test
    void clientKeysLoseTheirPrefixAndVariablesPrevail() {
        Settings settings = Settings.of(
                Map.of("geowire.kafka.bootstrap.servers", "file:9092", "geowire.kafka.client.id", "x"),
                Map.of("GEOWIRE_KAFKA_BOOTSTRAP_SERVERS", "variable:9092"));

        assertThat(settings.clients())
                .containsExactlyInAnyOrderEntriesOf(Map.of("bootstrap.servers", "variable:9092", "client.id", "x"));
    }

    @Test
    void secretIsReadFromTheFileThatAVariableNames() throws IOException {
        Path file = Files.writeString(folder.resolve("jaas"), "module required password=\"p\";\n");

        Settings settings = Settings.of(Map.of(), Map.of("GEOWIRE_KAFKA_SASL_JAAS_CONFIG__FILE", file.toString()));

        assertThat(settings.clients())
                .containsExactly(Map.entry("sasl.jaas.config", "module required password=\"p\";"));
    }

    @Test
    void missingSecretFileIsAConfigurationFaultThatNamesVariableAndFile() {
        Path file = folder.resolve("absent");

        assertThatThrownBy(() -> Settings.of(Map.of(), Map.of("GEOWIRE_X_TOKEN__FILE", file.toString())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("GEOWIRE_X_TOKEN__FILE: '" + file + "' is not a file of UTF-8 text that can be read");
    }

    @Test
    void valueAndFileOfOneSettingExcludeEachOtherAndNeitherIsShown() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "from-file");

        assertThatThrownBy(() -> Settings.of(
                        Map.of(), Map.of("GEOWIRE_X_TOKEN", "from-variable", "GEOWIRE_X_TOKEN__FILE", file.toString())))
                .hasMessage("GEOWIRE_X_TOKEN and GEOWIRE_X_TOKEN__FILE: only one of them may be set");
    }

    @Test
    void misspeltKeyIsRefusedWithTheKnownOnes() {
        Settings settings = Settings.of(Map.of("geowire.x.treads", "3"));

        assertThatThrownBy(() -> settings.allowOnly("geowire.x.", Set.of("geowire.x.threads", "geowire.x.window")))
                .hasMessage("geowire.x.treads: unknown key; known are geowire.x.threads, geowire.x.window");
    }

    @Test
    void misspeltVariableIsRefusedToo() {
        Settings settings = Settings.of(Map.of(), Map.of("GEOWIRE_X_TREADS", "3"));

        assertThatThrownBy(() -> settings.allowOnly("geowire.x.", Set.of("geowire.x.threads")))
                .hasMessage("GEOWIRE_X_TREADS: unknown key; known are GEOWIRE_X_THREADS");
    }

    @Test
    void keyWithoutThePrefixIsRefused() {
        assertThatThrownBy(() -> Settings.of(Map.of("bootstrap.servers", "x")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("bootstrap.servers: unknown key");
    }

    @Test
    void readsAPropertiesFileInUtf8() throws IOException {
        Path file = folder.resolve("geowire.properties");
        Files.writeString(file, "geowire.x.name = Nachrichten für Kyjiw \n", StandardCharsets.UTF_8);

        assertThat(Settings.load(file, Map.of()).text("geowire.x.name", "")).isEqualTo("Nachrichten für Kyjiw");
    }

    @Test
    void missingFileIsAConfigurationFaultThatNamesIt() {
        Path file = folder.resolve("absent.properties");

        assertThatThrownBy(() -> Settings.load(file, Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(file + ": cannot be read");
    }
}
