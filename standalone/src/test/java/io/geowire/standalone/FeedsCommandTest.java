package io.geowire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.standalone.feeds.FeedServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FeedsCommandTest {
    private static final String RSS =
            "<rss version='2.0'><channel><title>Example Wire</title><item><title>A</title></item></channel></rss>";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void soundListPassesTheCheck() throws IOException {
        assertThat(execute(
                        "feeds",
                        "check",
                        list("feeds: [https://example.com/rss]").toString()))
                .isZero();
        assertThat(out.toString()).contains("1 feeds, no fault");
    }

    @Test
    void faultyListFailsTheCheckAndEndsARunBeforeItBegins() throws IOException {
        Path list = list("feeds:\n  - ftp://example.com/\n  - url: https://example.com/\n    every: often\n");

        assertThat(execute("feeds", "check", list.toString())).isEqualTo(2);
        assertThat(execute("run", "--feeds", list.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(list + ":2: feed #1").contains(list + ":4: feed #2: every: 'often'");
    }

    @Test
    void missingListEndsWithTwoAndItsName() {
        Path absent = folder.resolve("absent.yaml");

        assertThat(execute("run", "--feeds", absent.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(absent.toString());
    }

    @Test
    void feedOfASiteIsAddedAndOthersAreNamed() throws IOException {
        Path list = list("# mine\nfeeds:\n  - https://example.com/rss  # first\n");
        try (FeedServer server = new FeedServer()) {
            server.put("/", "<html><link rel='alternate' type='application/rss+xml' href='/world.xml'></html>");
            server.put("/world.xml", RSS);
            server.put("/atom.xml", "<feed><title>Atom</title></feed>");

            assertThat(execute("feeds", "add", server.url("/"), "--file", list.toString(), "--allow-private"))
                    .as(err.toString())
                    .isZero();

            assertThat(Files.readString(list)).isEqualTo("""
                            # mine
                            feeds:
                              - https://example.com/rss  # first
                              - url: "%s"
                                source: "Example Wire"
                                allowPrivate: true
                            """.formatted(server.url("/world.xml")));
            assertThat(out.toString())
                    .contains("added " + server.url("/world.xml") + " (Example Wire, RSS 2.0, 1 items)")
                    .contains("also found: " + server.url("/atom.xml"));
        }
    }

    @Test
    void privateAddressIsNotAddedUnlessAllowed() throws IOException {
        Path list = folder.resolve("new.yaml");
        try (FeedServer server = new FeedServer()) {
            server.put("/rss", RSS);

            assertThat(execute("feeds", "add", server.url("/rss"), "--file", list.toString()))
                    .isEqualTo(1);
        }
        assertThat(err.toString()).contains("not a public one").contains("--allow-private");
        assertThat(list).doesNotExist();
    }

    @Test
    void siteWithoutFeedEndsWithTwo() throws IOException {
        try (FeedServer server = new FeedServer()) {
            server.put("/", "<html></html>");

            assertThat(execute("feeds", "add", server.url("/"), "--allow-private"))
                    .isEqualTo(2);
        }
        assertThat(err.toString()).contains("no feed found there");
    }

    @Test
    void listNeedsToKnowWhereTheStateIs() {
        assertThat(execute("feeds", "list")).isEqualTo(2);
        assertThat(execute("feeds", "list", "--bootstrap", "127.0.0.1:1")).isEqualTo(2);
        assertThat(err.toString())
                .contains("needs either --data DIR, or both --bootstrap HOST:PORT and --registry URL");
    }

    @Test
    void dataFolderThatIsNotThereIsNotMade() {
        Path absent = folder.resolve("absent");

        assertThat(execute("feeds", "list", "--data", absent.toString())).isEqualTo(2);
        assertThat(absent).doesNotExist();
    }

    private Path list(String yaml) throws IOException {
        return Files.writeString(folder.resolve("feeds.yaml"), yaml);
    }

    private int execute(String... arguments) {
        CommandLine command = GeowireMain.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
