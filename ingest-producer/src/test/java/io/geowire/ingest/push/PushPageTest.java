package io.geowire.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The page on push says what the code does. */
class PushPageTest {
    private static final Path PAGE = Path.of("docs/push.md");

    @Test
    void settingsAreThoseOfTheCode() throws IOException {
        assertThat(rows("(?m)^\\| `(geowire\\.ingest\\.push\\.[^`]+)` \\|[^|]*\\| ([^`\\s]+) \\|$"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        PushConfig.TOKEN_ENV, "none",
                        PushConfig.TOKEN_FILE, "none",
                        PushConfig.WITHOUT_TOKEN, "false",
                        PushConfig.MAX_BYTES, String.valueOf(PushConfig.DEFAULT_MAX_BYTES),
                        PushConfig.MAX_ITEMS, String.valueOf(PushConfig.DEFAULT_MAX_ITEMS),
                        PushConfig.MAX_REQUESTS, String.valueOf(PushConfig.DEFAULT_MAX_REQUESTS),
                        PushConfig.MAX_BYTES_IN_FLIGHT, String.valueOf(PushConfig.DEFAULT_MAX_BYTES_IN_FLIGHT),
                        PushConfig.BODY_TIMEOUT, PushConfig.DEFAULT_BODY_TIMEOUT.toString(),
                        PushConfig.ANSWER_TIMEOUT, PushConfig.DEFAULT_ANSWER_TIMEOUT.toString()));
    }

    @Test
    void statusesAreThoseOfTheDescription() throws IOException {
        Set<String> described = new TreeSet<>();
        try (InputStream in = PushSource.class.getResourceAsStream("openapi.yaml")) {
            Object yaml = new Yaml().load(in);
            JsonNode description = new ObjectMapper().valueToTree(yaml);
            description.at("/paths/~1v1~1articles/post/responses").fieldNames().forEachRemaining(described::add);
        }

        assertThat(rows("(?m)^\\| (\\d{3}) (\\|)").keySet()).isEqualTo(described);
    }

    @Test
    void metersAreThoseThatAreKept() throws IOException {
        try (PushServer server = new PushServer(PushServer.DEFAULTS)) {
            server.post("{\"title\":\"T\"}");
            Set<String> kept = server.metrics.registry().getMeters().stream()
                    .map(meter -> meter.getId().getName())
                    .filter(name -> name.startsWith("geowire.ingest.push."))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(rows("(?m)^\\| `(geowire\\.ingest\\.push\\.[a-z]+)` \\|([^|]*)\\|[^|]*\\|$")
                            .keySet())
                    .containsAll(kept);
            assertThat(kept).hasSize(2);
        }
    }

    private static Map<String, String> rows(String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(PAGE))
                .results()
                .collect(Collectors.toMap((MatchResult row) -> row.group(1), row -> row.group(2)));
    }
}
