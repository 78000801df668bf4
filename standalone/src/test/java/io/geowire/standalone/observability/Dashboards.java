package io.geowire.standalone.observability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The dashboards in the repository. */
final class Dashboards {
    static final Path PROVISIONING = RunningPipeline.HOME.resolve("observability/grafana/provisioning");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Dashboards() {}

    /** A dashboard as its file has it. */
    record Dashboard(String file, JsonNode json) {
        /** All but the headings between them. */
        List<Panel> panels() {
            List<Panel> panels = new ArrayList<>();
            for (JsonNode panel : json.path("panels")) {
                if (!panel.path("type").asText().equals("row")) {
                    panels.add(new Panel(file, panel));
                }
            }
            return panels;
        }
    }

    /** A panel. */
    record Panel(String file, JsonNode json) {
        String name() {
            return file + ": " + json.path("title").asText();
        }

        String type() {
            return json.path("type").asText();
        }
    }

    static List<Dashboard> all() {
        try (Stream<Path> files = Files.list(PROVISIONING.resolve("dashboards/json"))) {
            return files.sorted()
                    .map(file -> new Dashboard(file.getFileName().toString(), read(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Panel> panels() {
        return all().stream().flatMap(dashboard -> dashboard.panels().stream()).toList();
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is not JSON", e);
        }
    }
}
