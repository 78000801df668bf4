package io.geowire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.geowire.standalone.GeowireProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's own topics, from their file to the alert. */
class OwnTopicsIT {
    @TempDir
    private Path folder;

    private String write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private String topics() throws IOException {
        return write("topics.txt", """
                topic: deep-sea
                0.9: abyssal plain, manganese nodules
                """);
    }

    @Test
    void aWatchOnATopicOfTheUsersOwnAlerts() throws Exception {
        String watches = write("watches.yaml", """
                watches:
                  - {id: seabed, topics: [deep-sea]}
                  - {id: seabed-query, query: 'topic:deep-sea AND nodules'}
                """);
        String news = write("news.jsonl", """
                {"id":"n1","title":"Ships map the abyssal plain off Clarion for manganese nodules","publishedAt":"2026-03-02T08:00:00Z"}
                {"id":"n2","title":"Lemon cake without butter: a recipe for Sunday","publishedAt":"2026-03-02T09:00:00Z"}
                """);

        Result result = GeowireProcess.run(folder, "run", "--json", "--topics", topics(), "--watches", watches, news);

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.json("alert"))
                .extracting(alert -> alert.path("watchId").asText())
                .containsExactlyInAnyOrder("seabed", "seabed-query");
        assertThat(result.json("alert"))
                .extracting(alert -> alert.path("inputId").asText())
                .containsOnly("n1");
        JsonNode enriched = result.json("enriched").stream()
                .filter(line -> line.path("inputId").asText().equals("n1"))
                .findFirst()
                .orElseThrow();
        assertThat(enriched.path("topics").findValuesAsText("id")).contains("deep-sea");
    }
}
