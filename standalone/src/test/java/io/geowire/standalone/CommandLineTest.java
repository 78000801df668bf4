package io.geowire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is wrong is said before anything is started. */
class CommandLineTest {
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
        assertThat(execute("watch", "check", "../seeds/watches.yaml")).isZero();
        assertThat(out.toString()).contains("5 watches, no fault");
    }

    @Test
    void faultyWatchesFailTheCheck() throws IOException {
        Path watches = folder.resolve("bad.yaml");
        Files.writeString(watches, "watches:\n  - id: empty\n    name: Empty\n    severity: low\n");

        assertThat(execute("watch", "check", watches.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(watches + ":2:").contains("'empty'");
    }

    private int execute(String... arguments) {
        CommandLine command = GeowireMain.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
