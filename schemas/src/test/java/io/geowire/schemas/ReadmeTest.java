package io.geowire.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.schemas.catalogue.TopicCatalogue;
import io.geowire.schemas.catalogue.TopicSpec;
import io.geowire.schemas.registry.RegistryKeys;
import io.geowire.schemas.serde.AvroSerdes;
import io.geowire.schemas.serde.SerdeKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

/** The tables of the README are what the code says. */
class ReadmeTest {
    @Test
    void theTopicsAreThoseOfTheCatalogue() throws IOException {
        Stream<String> rows = TopicCatalogue.load().topics().stream()
                .map(topic -> "| `%s` | %s | %s | `%s` | %d | %s |"
                        .formatted(
                                topic.name(),
                                topic.owner(),
                                topic.key(),
                                topic.value().replaceAll(".*\\.", ""),
                                topic.partitions(),
                                kept(topic)));

        assertThat(table("topics"))
                .isEqualTo(lines(
                        "| topic | created by | key | value | partitions | kept |", "|---|---|---|---|---|---|", rows));
    }

    @Test
    void theRegistrysKeysAreThoseOfTheCode() throws IOException {
        assertThat(table("registry"))
                .isEqualTo(lines("| key | default | what |", "|---|---|---|", rows(RegistryKeys.definition())));
    }

    @Test
    void theSerdesKeysAreThoseOfTheCode() throws IOException {
        String serdeClass =
                "| `" + AvroSerdes.SERDE_CLASS + "` | Geowire's own | Class of another Serde, such as Confluent's"
                        + " `io.confluent.kafka.streams.serdes.avro.SpecificAvroSerde`, which is given the same configuration. |";

        assertThat(table("serde"))
                .isEqualTo(lines(
                        "| key | default | what |",
                        "|---|---|---|",
                        Stream.concat(rows(SerdeKeys.definition()), Stream.of(serdeClass))));
    }

    private static Stream<String> rows(ConfigDef definition) {
        return definition.configKeys().values().stream()
                .map(key -> "| `%s` | %s | %s |".formatted(key.name, defaultOf(key), key.documentation));
    }

    private static String defaultOf(ConfigDef.ConfigKey key) {
        if (!key.hasDefault()) {
            return "required";
        }
        return key.defaultValue == null ? "none" : "`" + key.defaultValue + "`";
    }

    private static String kept(TopicSpec topic) {
        String retention = topic.config().get("retention.ms");
        String time = retention == null
                ? "for ever"
                : Duration.ofMillis(Long.parseLong(retention)).toDays() + " days";
        return topic.config().get("cleanup.policy").contains("compact") ? time + ", newest of each key" : time;
    }

    private static List<String> lines(String header, String rule, Stream<String> rows) {
        return Stream.concat(Stream.of(header, rule), rows).toList();
    }

    private static List<String> table(String name) throws IOException {
        List<String> readme = Files.readAllLines(Path.of("README.md"));
        int from = readme.indexOf("<!-- " + name + " -->");
        int to = readme.indexOf("<!-- /" + name + " -->");
        assertThat(from).isBetween(0, to);
        return readme.subList(from + 1, to);
    }
}
