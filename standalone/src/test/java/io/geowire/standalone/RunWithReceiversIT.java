package io.geowire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.geowire.standalone.GeowireProcess.Result;
import io.geowire.standalone.delivery.Hook;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** An operator's day: one receiver is well, one refuses, one is down; then both are mended. */
class RunWithReceiversIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void whatIsNotTakenIsShownKeptAndDeliveredLater() throws Exception {
        String data = folder.resolve("data").toString();
        try (Hook well = new Hook();
                Hook refusing = new Hook().answering(id -> 404);
                Hook later = new Hook()) {
            URI nobody = URI.create("http://127.0.0.1:" + freePort() + "/hook");
            String receivers = receivers(Map.of("well", well.url(), "refusing", refusing.url(), "down", nobody));

            Result first =
                    GeowireProcess.run(folder, "run", "--data", data, "--receivers", receivers, "--patience", "PT5S");
            int alerts = well.accepted().size();
            assertThat(first.status()).as(first.err()).isEqualTo(1);
            assertThat(first.err())
                    .contains("gave up: " + alerts + " alerts wait for down (cannot connect to 127.0.0.1")
                    .contains(alerts + " alerts for refusing were set aside");

            List<JsonNode> listed = list("--data", data, "--json");
            assertThat(parked(listed)).hasSize(alerts).allSatisfy(line -> {
                assertThat(line.path("receiver").asText()).isEqualTo("refusing");
                assertThat(line.path("responseStatus").asInt()).isEqualTo(404);
            });
            assertThat(open(listed)).isEqualTo(Map.of("well", 0, "refusing", 0, "down", alerts));
            assertThat(parked(list("--data", data, "--json", "--receiver", "well")))
                    .isEmpty();
            assertThat(parked(list("--data", data, "--json", "--since", "PT0S")))
                    .isEmpty();

            // Still refused: all stays.
            assertThat(execute("deliveries", "retry", "--data", data, "--receivers", receivers))
                    .isEqualTo(1);
            assertThat(parked(list("--data", data, "--json"))).hasSize(alerts);

            refusing.answering(id -> 200);
            String mended = receivers(Map.of("well", well.url(), "refusing", refusing.url(), "down", later.url()));
            assertThat(execute("deliveries", "retry", "--data", data, "--receivers", mended))
                    .isZero();
            assertThat(refusing.accepted()).containsExactlyInAnyOrderElementsOf(well.accepted());
            assertThat(parked(list("--data", data, "--json"))).isEmpty();

            Result second = GeowireProcess.run(folder, "run", "--data", data, "--receivers", mended);
            assertThat(second.status()).as(second.err()).isZero();
            assertThat(later.accepted()).containsExactlyInAnyOrderElementsOf(well.accepted());
            assertThat(well.accepted()).hasSize(alerts);
        }
    }

    private String receivers(Map<String, URI> urls) throws IOException {
        StringBuilder yaml = new StringBuilder("receivers:\n");
        urls.forEach((name, url) -> yaml.append("""
                  - name: %s
                    url: %s
                    format: cloudevents
                    allowHttp: true
                    allowPrivate: true
                """.formatted(name, url)));
        return Files.writeString(Files.createTempFile(folder, "receivers", ".yaml"), yaml)
                .toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static List<JsonNode> list(String... arguments) throws IOException {
        StringWriter out = new StringWriter();
        CommandLine command = GeowireMain.commandLine().setOut(new PrintWriter(out, true));
        List<String> all = new ArrayList<>(List.of("deliveries", "list"));
        all.addAll(List.of(arguments));
        assertThat(command.execute(all.toArray(String[]::new))).isZero();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            lines.add(MAPPER.readTree(line));
        }
        return lines;
    }

    private static int execute(String... arguments) {
        return GeowireMain.commandLine().execute(arguments);
    }

    private static List<JsonNode> parked(List<JsonNode> lines) {
        return lines.stream()
                .filter(line -> line.path("type").asText().equals("parked"))
                .toList();
    }

    private static Map<String, Integer> open(List<JsonNode> lines) {
        Map<String, Integer> open = new TreeMap<>();
        lines.stream()
                .filter(line -> line.path("type").asText().equals("receiver"))
                .forEach(line -> open.put(
                        line.path("receiver").asText(), line.path("open").asInt()));
        return open;
    }
}
