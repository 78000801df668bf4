package io.geowire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.geowire.standalone.GeowireProcess.Result;
import io.geowire.standalone.feeds.FeedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds by the command line, from the list to the alert. */
class FeedsRunIT {
    @TempDir
    Path folder;

    private FeedServer server;
    private Path list;

    @BeforeEach
    void start() throws IOException {
        server = new FeedServer();
        server.put("/rss", feed("Russia and the United States talk about New START"));
        list = folder.resolve("feeds.yaml");
        Files.writeString(list, """
                feeds:
                  - {url: "%s", allowPrivate: true, source: Example Wire, every: PT1S}
                  - {url: "%s", allowPrivate: true}
                """.formatted(server.url("/rss"), server.url("/missing")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void runPollsEachFeedOnceAndASecondOneFindsNothingNew() throws Exception {
        Path data = folder.resolve("data");
        String[] run = {"run", "--json", "--feeds", list.toString(), "--data", data.toString()};

        Result first = GeowireProcess.run(folder, run);
        Result second = GeowireProcess.run(folder, run);
        Result states = GeowireProcess.run(folder, "feeds", "list", "--json", "--data", data.toString());

        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.json("enriched"))
                .extracting(line ->
                        line.path("source").asText() + ": " + line.path("title").asText())
                .containsExactly("Example Wire: Russia and the United States talk about New START");
        assertThat(first.json("alert"))
                .extracting(line -> line.path("watchId").asText())
                .contains("new-start");
        assertThat(first.err()).contains(server.url("/missing") + ": HTTP 404");
        assertThat(second.status()).as(second.err()).isZero();
        assertThat(second.json()).isEmpty();
        assertThat(states.json())
                .extracting(line -> line.path("health").asText())
                .containsExactly("failing", "not-modified");
    }

    @Test
    void runThatFollowsPrintsWhatTheFeedBringsLater() throws Exception {
        GeowireProcess process = GeowireProcess.start(folder, "run", "--json", "--follow", "--feeds", list.toString());
        try {
            await().atMost(Duration.ofMinutes(3)).until(() -> server.count(304) > 0);
            server.put("/rss", feed("Second item", "Russia and the United States talk about New START"));
            await().atMost(Duration.ofMinutes(3)).until(() -> titles(process).contains("Second item"));
            assertThat(titles(process))
                    .contains("Russia and the United States talk about New START")
                    .doesNotHaveDuplicates();
        } finally {
            process.kill();
        }
    }

    private static List<String> titles(GeowireProcess process) throws IOException {
        return new Result(0, process.printed(), "")
                .json("enriched").stream()
                        .filter(line -> line.path("revision").asInt() == 1)
                        .map(line -> line.path("title"))
                        .map(JsonNode::asText)
                        .toList();
    }

    private static String feed(String... titles) {
        StringBuilder items = new StringBuilder();
        for (String title : titles) {
            items.append("<item><title>%s</title><guid isPermaLink='false'>%s</guid></item>".formatted(title, title));
        }
        return "<rss version='2.0'><channel><title>Feed</title>" + items + "</channel></rss>";
    }
}
