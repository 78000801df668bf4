package io.geowire.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.alerts.watch.KnownTopics;
import io.geowire.service.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaxonomiesTest {
    @TempDir
    private Path folder;

    private Path topics;

    @BeforeEach
    void bringTopics() throws IOException {
        topics = write("topics.txt", """
                # Two of our own.
                topic: chip-exports
                0.9: export controls
                  topic:deep-sea
                example: topic: not one
                # topic: nor-this
                """);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void knowsTheTopicsOfAFileBesideThoseThatAreShipped() {
        assertThat(Taxonomies.known(topics).labels())
                .startsWith("diplomacy")
                .endsWith("environment", "chip-exports", "deep-sea")
                .hasSize(KnownTopics.SHIPPED.labels().size() + 2);
        assertThat(Taxonomies.known(null)).isEqualTo(KnownTopics.SHIPPED);
    }

    @Test
    void refusesAFileThatCannotBeUsed() throws IOException {
        Path none = write("none.txt", "# topic: a\n");
        Path latin = Files.write(folder.resolve("latin.txt"), "topic: a\n# é".getBytes(StandardCharsets.ISO_8859_1));
        Path missing = folder.resolve("missing.txt");

        assertThatThrownBy(() -> Taxonomies.known(none))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(none + ": no topic");
        assertThatThrownBy(() -> Taxonomies.known(latin))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(latin + ": not UTF-8");
        assertThatThrownBy(() -> Taxonomies.known(missing))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(missing + ": no such file");
        assertThatThrownBy(() -> Taxonomies.known(folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(folder + ": cannot be read: ");
    }

    @Test
    void watchesMayNameThemInListsAndInQueries() throws IOException {
        Path watches = write("watches.yaml", """
                watches:
                  - id: chips
                    topics: [Chip-Exports]
                  - id: sea
                    query: topic:deep-sea OR topic:trade
                """);

        assertThat(WatchFiles.load(watches, Taxonomies.known(topics))).hasSize(2);
        assertThatThrownBy(() -> WatchFiles.load(watches, KnownTopics.SHIPPED))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(":3:", "unknown topic 'chip-exports'", ":5:");
    }

    @Test
    void refusesOthersWithTheLineAndASuggestion() throws IOException {
        Path watches = write("watches.yaml", """
                watches:
                  - id: chips
                    topics: [chip-export]
                """);

        assertThatThrownBy(() -> WatchFiles.load(watches, Taxonomies.known(topics)))
                .hasMessageContainingAll(
                        watches + ":3:", "unknown topic 'chip-export'", "did you mean 'chip-exports'?");
    }

    @Test
    void receiversMayNameThem() throws IOException {
        Path receivers = write("receivers.yaml", """
                receivers:
                  - {name: desk, url: 'https://d.example', format: teams, topics: [deep-sea]}
                """);

        assertThat(ReceiverFiles.load(receivers, Map.of(), null, Taxonomies.known(topics)))
                .singleElement()
                .satisfies(receiver -> assertThat(receiver.filter().topics()).containsExactly("deep-sea"));
        assertThatThrownBy(() -> ReceiverFiles.load(receivers, Map.of(), null, KnownTopics.SHIPPED))
                .hasMessageContaining("unknown topic 'deep-sea'");
    }
}
