package io.geowire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is wrong is said before anything is started. */
class CommandLineTest {
    private static final String WATCHES = "../seeds/watches.yaml";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void unknownOptionEndsWithTwo() {
        assertThat(execute("run", "--jsn")).isEqualTo(2);
        assertThat(err.toString()).contains("Unknown option: '--jsn'");
    }

    @Test
    void portOutOfRangeEndsWithTwoAndTheRange() {
        assertThat(execute("run", "--registry-port", "70000")).isEqualTo(2);
        assertThat(err.toString()).contains("--registry-port: '70000' is not a port from 0 to 65535");
    }

    @Test
    void pushWithoutFollowEndsWithTwo() {
        assertThat(execute("run", "--push-token-env", "HOME")).isEqualTo(2);
        assertThat(err.toString()).contains("--push-token-env: needs --follow");
    }

    @Test
    void pushTokenThatIsNotSetEndsWithTwoAndItsName() {
        assertThat(execute("run", "--follow", "--push-token-env", "NO_SUCH_TOKEN"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("'NO_SUCH_TOKEN' is not the name of an environment variable that is set");
    }

    @Test
    void replayNeedsToKnowWhereTo() {
        assertThat(execute("ingest", "replay", "a.jsonl")).isEqualTo(2);
        assertThat(execute("ingest", "replay", "a.jsonl", "--bootstrap", "x:1")).isEqualTo(2);
        assertThat(execute(
                        "ingest", "replay", "a.jsonl", "--bootstrap", "x:1", "--registry", "http://x", "--data", "d"))
                .isEqualTo(2);
        assertThat(err.toString().lines())
                .hasSize(3)
                .containsOnly("geowire: needs either --data DIR, or both --bootstrap HOST:PORT and --registry URL");
    }

    @Test
    void paceThatIsNoneEndsWithTwoAndItsValue() {
        assertThat(execute("ingest", "replay", "a.jsonl", "--rate", "quick")).isEqualTo(2);
        assertThat(err.toString()).contains("--rate: 'quick' is not a number of articles");
        assertThat(execute("ingest", "replay", "a.jsonl", "--rate", "1/s", "--speed", "2x"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("mutually exclusive");
    }

    @Test
    void watchesMayNameTopicsOfTheUsersOwnFileAndNoOthers() throws IOException {
        Path topics = Files.writeString(folder.resolve("topics.txt"), "topic: deep-sea\n0.9: abyssal plain\n");
        Path watches =
                Files.writeString(folder.resolve("watches.yaml"), "watches:\n  - id: seabed\n    topics: [deep-sea]\n");

        assertThat(execute("watch", "check", "--topics", topics.toString(), watches.toString()))
                .isZero();
        assertThat(execute("watch", "check", watches.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(watches + ":3", "unknown topic 'deep-sea'");

        Files.writeString(topics, "topic: deep-seas\n0.9: abyssal plain\n");
        assertThat(execute("run", "--topics", topics.toString(), "--watches", watches.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("did you mean 'deep-seas'?");

        Files.writeString(topics, "topic: deep-sea\n1.9: abyssal plain\n");
        assertThat(execute("watch", "check", "--topics", topics.toString(), watches.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains(topics + ":2");
    }

    @Test
    void evaluatesLabelledNewsPartByPart() throws IOException {
        Path gold = folder.resolve("gold.jsonl");
        Files.writeString(gold, """
                {"title":"Lavrov in Oslo","entities":[{"field":"title","start":0,"end":6,"type":"PERSON","name":"Sergei Lavrov"},{"field":"title","start":10,"end":14,"type":"LOCATION"}]}
                """);
        assertThat(execute("evaluate", gold.toString())).isZero();
        assertThat(out.toString()).contains("topics: no labels").contains("related: no labels");
        assertThat(execute("evaluate", "--json", gold.toString())).isZero();
        assertThat(out.toString())
                .contains(
                        "{\"part\":\"entities\",\"of\":\"headlines as given\",\"label\":\"all\",\"precision\":1.0,\"recall\":1.0,\"f1\":1.0,\"count\":2}");
    }

    @Test
    void labelledNewsThatCannotBeReadEndsWithTwoAndItsLine() throws IOException {
        Path gold = folder.resolve("gold.jsonl");
        Files.writeString(gold, "{\"title\":\"fine\"}\n{\"body\":\"no title\"}\n");
        assertThat(execute("evaluate", gold.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("gold.jsonl:2: title is missing");
        assertThat(execute("evaluate", folder.resolve("none.jsonl").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("none.jsonl: no such file");
    }

    @Test
    void helpNamesTheCommands() {
        assertThat(execute("--help")).isZero();
        assertThat(out.toString()).contains("run").contains("watch");
    }

    @Test
    void badWatchesEndTheRunWithTwoAndEveryFault() throws IOException {
        Path watches = folder.resolve("bad.yaml");
        Files.writeString(watches, """
                watches:
                  - id: one
                    name: One
                    severity: enormous
                    query: war
                  - id: two
                    name: Two
                    severity: high
                    query: '"unclosed'
                """);

        assertThat(execute("run", "--watches", watches.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains(watches + ":4:")
                .contains("enormous")
                .contains(watches + ":9:")
                .contains("'two'");
    }

    @Test
    void missingWatchesEndTheRunWithTwoAndTheirName() {
        Path watches = folder.resolve("absent.yaml");

        assertThat(execute("run", "--watches", watches.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(watches.toString());
    }

    @Test
    void soundWatchesPassTheCheck() {
        assertThat(execute("watch", "check", WATCHES)).isZero();
        assertThat(out.toString()).contains("5 watches, no fault");
    }

    @Test
    void faultyWatchesFailTheCheck() throws IOException {
        Path watches = folder.resolve("bad.yaml");
        Files.writeString(watches, "watches:\n  - id: empty\n    name: Empty\n    severity: low\n");

        assertThat(execute("watch", "check", watches.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(watches + ":2:").contains("'empty'");
    }

    @Test
    void badReceiversEndTheRunWithTwoAndEveryFault() throws IOException {
        Path receivers = folder.resolve("bad.yaml");
        Files.writeString(receivers, """
                receivers:
                  - name: desk
                    url: http://desk.example/hook
                    format: carrier-pigeon
                """);

        assertThat(execute("run", "--watches", WATCHES, "--receivers", receivers.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains(receivers + ":4:").contains("carrier-pigeon");
    }

    @Test
    void patienceIsADuration() {
        assertThat(execute("run", "--patience", "soon")).isEqualTo(2);
        assertThat(execute("run", "--watches", WATCHES, "--patience=-PT1S")).isEqualTo(2);
        assertThat(err.toString()).contains("soon").contains("--patience: 'PT-1S' is not a duration such as PT2M");
    }

    @Test
    void deliveriesNeedToKnowOfWhichKafka() {
        for (String[] options : new String[][] {
            {}, {"--bootstrap", "127.0.0.1:1"}, {"--data", "x", "--bootstrap", "127.0.0.1:1", "--registry", "http://r"}
        }) {
            List<String> arguments = new ArrayList<>(List.of("deliveries", "list"));
            arguments.addAll(List.of(options));
            assertThat(execute(arguments.toArray(String[]::new))).isEqualTo(2);
        }
        assertThat(err.toString())
                .contains("needs either --data DIR, or both --bootstrap HOST:PORT and --registry URL");
    }

    @Test
    void deliveriesOfAFolderThatIsNotThereEndWithTwoAndMakeNone() {
        Path absent = folder.resolve("absent");

        assertThat(execute("deliveries", "list", "--data", absent.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--data: there is no folder '" + absent + "'");
        assertThat(absent).doesNotExist();
    }

    @Test
    void timeOfDeliveriesIsExplained() {
        assertThat(execute("deliveries", "list", "--data", folder.toString(), "--since", "yesterday"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("'yesterday' is no time; it takes 2026-02-06T10:00:00Z");
    }

    @Test
    void retryNeedsReceivers() {
        assertThat(execute("deliveries", "retry", "--data", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--receivers");
    }

    @Test
    void tailNeedsToKnowOfWhichKafkaAndOfWhatItCan() {
        assertThat(execute("tail")).isEqualTo(2);
        assertThat(execute("tail", "alerts", "--bootstrap", "127.0.0.1:1")).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsOnly("geowire: needs either --data DIR, or both --bootstrap HOST:PORT and --registry URL");
        assertThat(execute("tail", "rumours")).isEqualTo(2);
        assertThat(err.toString())
                .contains("expected one of [ARTICLES, ENRICHED, ALERTS]")
                .contains("'rumours'");
        assertThat(execute("tail", "--data", folder.resolve("absent").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--data: there is no folder");
    }

    @Test
    void watchesAreTriedOfAFileOrAsAQuery() {
        String[] kafka = {"--bootstrap", "127.0.0.1:1", "--registry", "http://127.0.0.1:1"};
        assertThat(execute("watch", "test", kafka[0], kafka[1], kafka[2], kafka[3]))
                .isEqualTo(2);
        assertThat(execute("watch", "test", WATCHES, "--query", "war")).isEqualTo(2);
        assertThat(err.toString().lines())
                .hasSize(2)
                .containsOnly("geowire: needs either a FILE of watches or --query QUERY");
        assertThat(execute("watch", "test", "--query", "war", "--id", "new-start"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--id: needs a FILE of watches");
        assertThat(execute("watch", "test", "--query", "war")).isEqualTo(2);
        assertThat(err.toString()).contains("needs either --data DIR, or both");
    }

    @Test
    void watchesThatCannotBeTriedEndWithTwoAndEveryFault() throws IOException {
        assertThat(execute("watch", "test", "--query", "topic:sanction OR topic:spots"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("--query: column 7: unknown topic 'sanction'")
                .contains("--query: column 25: unknown topic 'spots'");
        assertThat(execute("watch", "test", WATCHES, "--id", "new-star")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--id: 'new-star' is not a watch of " + WATCHES + ", which has")
                .contains("new-start, ");
        assertThat(execute("watch", "test", WATCHES, "--since", "tomorrow")).isEqualTo(2);
        assertThat(err.toString()).contains("'tomorrow' is no time");
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "watches:\n  - id: empty\n");
        assertThat(execute("watch", "test", bad.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(bad + ":2:");
    }

    @Test
    void startWithoutItsFileOrWithAFaultyOneEndsWithTwoAndStartsNothing() throws IOException {
        Path absent = folder.resolve("absent.yaml");
        assertThat(execute("start", "--config", absent.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(absent + ": no such file");

        Path file = Files.writeString(folder.resolve("geowire.yaml"), "dta: data\n");
        assertThat(execute("start", "--config", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(file + ":1: dta: unknown field; did you mean 'data'?");

        Files.writeString(file, "data: data\ningest: {push: {tokenEnv: NO_SUCH_TOKEN}}\n");
        assertThat(execute("start", "--config", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("'NO_SUCH_TOKEN' is not the name of an environment variable that is set");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void topicsAreListedWithThoseOfKafkaStreams() {
        assertThat(execute("topics", "list")).isZero();
        assertThat(out.toString().lines())
                .anyMatch(line -> line.startsWith("news.articles.v1 ") && line.contains(" 4  "))
                .anyMatch(line -> line.startsWith("geowire-enrichment-by-block-repartition "))
                .anyMatch(line -> line.startsWith("geowire-enrichment-ring-changelog ") && line.contains("=compact"))
                .anyMatch(line -> line.startsWith("geowire-alerts-matches-repartition "))
                .noneMatch(line -> line.contains("watches-changelog"));
    }

    @Test
    void topicsAreNotCreatedWithoutABroker() {
        assertThat(execute("topics", "create", "--replication", "3")).isEqualTo(2);
        assertThat(err.toString()).contains("--bootstrap: missing");
    }

    @Test
    void topicsHaveAtLeastOneCopy() {
        assertThat(execute("topics", "create", "--bootstrap", "localhost:1", "--replication", "0"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--replication: '0' is not 1 or more");
    }

    private int execute(String... arguments) {
        CommandLine command = GeowireMain.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
