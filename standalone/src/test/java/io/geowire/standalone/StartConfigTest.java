package io.geowire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.service.ConfigurationException;
import io.geowire.service.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartConfigTest {
    @TempDir
    Path folder;

    @Test
    void everyKeyReachesTheServiceThatReadsIt() throws IOException {
        Files.writeString(folder.resolve("watches.yaml"), "watches: []\n");
        Files.writeString(folder.resolve("receivers.yaml"), "receivers: []\n");
        Files.writeString(folder.resolve("feeds.yaml"), "feeds: []\n");
        Files.writeString(folder.resolve("topics.txt"), "topic: deep-sea\n0.9: abyssal plain\n");
        StartConfig config = load("""
                data: ./data
                http: {host: 127.0.0.2, port: 8080}
                kafka: {bootstrap: "kafka:9092", security.protocol: SASL_SSL}
                registry: {url: "http://registry:8081"}
                ingest: {files: [watches.yaml, feeds.yaml], feeds: feeds.yaml, push: {tokenEnv: TOKEN}}
                watches: watches.yaml
                receivers: receivers.yaml
                topics: topics.txt
                """, Map.of());

        assertThat(config.data()).contains(folder.resolve("data"));
        assertThat(config.plan().values())
                .containsEntry("geowire.http.host", "127.0.0.2")
                .containsEntry("geowire.http.port", "8080")
                .containsEntry(
                        "geowire.ingest.paths", folder.resolve("watches.yaml") + "," + folder.resolve("feeds.yaml"))
                .containsEntry(
                        "geowire.ingest.feeds", folder.resolve("feeds.yaml").toString())
                .containsEntry("geowire.ingest.push.token-env", "TOKEN")
                .containsEntry(
                        "geowire.alerts.watches", folder.resolve("watches.yaml").toString())
                .containsEntry(
                        "geowire.alerts.receivers",
                        folder.resolve("receivers.yaml").toString())
                .containsEntry(
                        "geowire.alerts.topics", folder.resolve("topics.txt").toString())
                .containsEntry(
                        "geowire.enrichment.topics",
                        folder.resolve("topics.txt").toString());
        assertThat(config.plan().settings().clients())
                .isEqualTo(Map.of(
                        "bootstrap.servers", "kafka:9092",
                        "schema.registry.url", "http://registry:8081",
                        "security.protocol", "SASL_SSL"));
    }

    @Test
    void nothingIsNeeded() throws IOException {
        StartConfig config = load("{}", Map.of());

        assertThat(config.data()).isEmpty();
        assertThat(config.plan().values()).isEmpty();
    }

    @Test
    void everyKeyIsAVariableThatPrevails() throws IOException {
        Path secret = Files.writeString(folder.resolve("bootstrap"), "other:9092\n");
        StartConfig config = load(
                "{http: {port: 8080}, kafka: {bootstrap: 'kafka:9092', port: 9092}}",
                Map.of(
                        "GEOWIRE_DATA", "/d",
                        "GEOWIRE_HTTP_PORT", "8088",
                        "GEOWIRE_KAFKA_BOOTSTRAP__FILE", secret.toString(),
                        "GEOWIRE_KAFKA_PORT", "9999",
                        "GEOWIRE_KAFKA_SASL_JAAS_CONFIG", "secret",
                        "GEOWIRE_INGEST_PUSH_TOKEN_ENV", "TOKEN",
                        "GEOWIRE_ENRICHMENT_THREADS", "3"));
        Settings settings = config.plan().settings();

        assertThat(config.data()).contains(Path.of("/d"));
        assertThat(config.plan().ports().kafka()).isEqualTo(9999);
        assertThat(settings.text("geowire.http.port", "")).isEqualTo("8088");
        assertThat(settings.text("geowire.enrichment.threads", "")).isEqualTo("3");
        assertThat(settings.text("geowire.ingest.push.token-env", "")).isEqualTo("TOKEN");
        assertThat(settings.clients())
                .isEqualTo(Map.of("bootstrap.servers", "other:9092", "sasl.jaas.config", "secret"));
    }

    @Test
    void everyFaultOfTheFileIsToldWithItsLineAndWhatIsAllowed() {
        Path file = folder.resolve("geowire.yaml");

        assertRefused("""
                dta: ./data
                http:
                  port: 70000
                  hots: localhost
                ingest: seeds/
                kafka:
                  sasl.jaas.config: hunter2
                registry: {url: }
                """, Map.of()).hasMessage("""
                        %1$s:1: dta: unknown field; did you mean 'data'?
                        %1$s:3: http: port: must be a whole number from 1 to 65535
                        %1$s:4: http: hots: unknown field; did you mean 'host'?
                        %1$s:5: ingest: must hold files, feeds, push
                        %1$s:7: kafka: sasl.jaas.config: a secret: set the variable GEOWIRE_KAFKA_SASL_JAAS_CONFIG, or GEOWIRE_KAFKA_SASL_JAAS_CONFIG__FILE to a file
                        %1$s:8: registry: url: is empty""".formatted(file));
        assertRefused("- data", Map.of()).hasMessage(file + ":1: must be keys and values, such as 'data: ./data'");
        assertRefused("", Map.of()).hasMessage(file + ":1: the file is empty; without any setting it is '{}'");
        assertRefused("data: *x", Map.of()).hasMessageContaining(file + ":1: ");
        assertRefused("data: [", Map.of()).hasMessageContaining("not YAML");
    }

    @Test
    void filesThatAreNamedAreCheckedToo() throws IOException {
        Files.writeString(folder.resolve("watches.yaml"), "watches:\n  - id: empty\n");
        assertRefused("""
                watches: watches.yaml
                ingest:
                  files: [watches.yaml, none.jsonl]
                  feeds: none.yaml
                """, Map.of("GEOWIRE_RECEIVERS", "/no/receivers.yaml")).hasMessage("""
                        %1$s/geowire.yaml:3: ingest: files: there is no '%1$s/none.jsonl'
                        %1$s/geowire.yaml:4: ingest: feeds: there is no '%1$s/none.yaml'
                        GEOWIRE_RECEIVERS: there is no '/no/receivers.yaml'""".formatted(folder));
        assertRefused("watches: watches.yaml", Map.of())
                .hasMessageContaining(folder.resolve("watches.yaml") + ":2: watch 'empty'");
    }

    @Test
    void variableWithAWrongValueIsNamed() {
        assertRefused("{}", Map.of("GEOWIRE_KAFKA_PORT", "many"))
                .hasMessage("GEOWIRE_KAFKA_PORT: 'many' is not a port from 0 to 65535");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
            String yaml, Map<String, String> environment) {
        return assertThatThrownBy(() -> load(yaml, environment)).isInstanceOf(ConfigurationException.class);
    }

    private StartConfig load(String yaml, Map<String, String> environment) throws IOException {
        return StartConfig.load(Files.writeString(folder.resolve("geowire.yaml"), yaml), environment);
    }
}
