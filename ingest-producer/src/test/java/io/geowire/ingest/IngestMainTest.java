package io.geowire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong is said in one line, before anything is read. */
class IngestMainTest {
    private static final String SERVERS = "GEOWIRE_KAFKA_BOOTSTRAP_SERVERS";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void withoutBrokerItIsMisconfigured() {
        assertThat(run(Map.of(), "a.txt")).isEqualTo(2);
        assertThat(errors).hasToString("geowire.kafka.bootstrap.servers: missing; it takes host:port,…\n");
    }

    @Test
    void withoutPathsItIsMisconfigured() {
        assertThat(run(Map.of(SERVERS, "localhost:1"))).isEqualTo(2);
        assertThat(errors)
                .hasToString(
                        "nothing to read: name paths as arguments or in geowire.ingest.paths, or turn a source on\n");
    }

    @Test
    void missingConfigurationFileIsNamed() {
        assertThat(run(Map.of(), "--config", "absent\u001B.properties", "a.txt"))
                .isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8)).startsWith("absent\\u001b.properties: cannot be read");
    }

    @Test
    void configurationFileMustBeNamed() {
        assertThat(run(Map.of(), "--config")).isEqualTo(2);
        assertThat(errors).hasToString("--config: the path of a properties file is missing\n");
    }

    @Test
    void unknownKeyIsRefused() {
        assertThat(run(Map.of(SERVERS, "localhost:1", "GEOWIRE_INGEST_PATH", "x"), "a.txt"))
                .isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8)).startsWith("GEOWIRE_INGEST_PATH: unknown key");
    }

    @Test
    void badClientSettingIsMisconfiguration() throws IOException {
        assertThat(run(client("schema.registry.url", "mock://main", "request.timeout.ms", "soon"), "a.txt"))
                .isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("request.timeout.ms");
    }

    @Test
    void registryIsNeeded() throws IOException {
        assertThat(run(client(), "a.txt")).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("schema.registry.url");
    }

    @Test
    void brokerOutOfReachIsAFailureOfTheWorld() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "A headline\n");
        Map<String, String> client = client(
                "default.api.timeout.ms", "300", "request.timeout.ms", "200", "schema.registry.url", "mock://main");

        assertThat(run(client, file.toString())).isEqualTo(1);
        assertThat(errors).hasToString("no answer from Kafka at " + client.get(SERVERS) + "\n");
    }

    /** A client of a port at which nobody listens. */
    private static Map<String, String> client(String... keysAndValues) throws IOException {
        Map<String, String> environment = new HashMap<>();
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put(SERVERS, "127.0.0.1:" + free.getLocalPort());
        }
        environment.put("GEOWIRE_HTTP_PORT", "0");
        for (int i = 0; i < keysAndValues.length; i += 2) {
            environment.put(
                    "GEOWIRE_KAFKA_" + keysAndValues[i].toUpperCase(Locale.ROOT).replace('.', '_'),
                    keysAndValues[i + 1]);
        }
        return environment;
    }

    private int run(Map<String, String> environment, String... arguments) {
        return IngestMain.run(List.of(arguments), environment, new PrintStream(errors, true, StandardCharsets.UTF_8));
    }
}
