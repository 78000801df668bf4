package io.geowire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class WebhookCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void aSampleThatIsTakenEndsWithZeroAndOneThatIsNotWithOne() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/yes", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.createContext("/no", exchange -> {
            exchange.sendResponseHeaders(410, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            Path file = receivers("""
                    receivers:
                      - {name: yes, url: '%s/yes', format: cloudevents, allowHttp: true, allowPrivate: true}
                      - {name: "no", url: '%s/no', format: cloudevents, allowHttp: true, allowPrivate: true}
                    """.formatted(url, url));

            assertThat(execute("webhook", "test", "yes", "--receivers", file.toString()))
                    .isZero();
            assertThat(out.toString())
                    .contains("yes: one sample as cloudevents, not signed, to " + url + "/yes")
                    .contains("yes: HTTP 204 after ");
            assertThat(execute("webhook", "test", "no", "--receivers", file.toString()))
                    .isEqualTo(1);
            assertThat(out.toString()).contains("no: HTTP 410 after ");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aReceiverThatIsNotThereEndsWithTwoAndThoseThatAre() throws IOException {
        Path file = receivers("receivers: [{name: desk, url: 'https://d.example', format: slack}]");

        assertThat(execute("webhook", "test", "dsek", "--receivers", file.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("RECEIVER: 'dsek' is not a receiver in " + file + ": desk");
    }

    @Test
    void aFaultyFileEndsWithTwoAndEveryFault() throws IOException {
        Path file = receivers("receivers:\n  - {name: desk, format: slakc}\n  - {url: 'http://d.example'}");

        assertThat(execute("webhook", "test", "desk", "--receivers", file.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains(file + ":2: receiver 'desk': url").contains(file + ":3: receiver #2: name");
    }

    @Test
    void aSecretThatIsNoneEndsWithTwoAndIsNotShown() {
        assertThat(execute("webhook", "listen", "--port", "0", "--secret-env", "PATH"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("--secret-env: the secret in PATH does not begin with 'whsec_'")
                .doesNotContain(System.getenv("PATH"));
        assertThat(execute("webhook", "listen", "--secret-env", "NOT_SET_ANYWHERE"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--secret-env: the environment variable NOT_SET_ANYWHERE is not set");
    }

    @Test
    void aPortOutOfRangeEndsWithTwo() {
        assertThat(execute("webhook", "listen", "--port", "70000")).isEqualTo(2);
        assertThat(err.toString()).contains("--port: '70000' is not a port from 0 to 65535");
    }

    private Path receivers(String yaml) throws IOException {
        return Files.writeString(folder.resolve("receivers.yaml"), yaml);
    }

    private int execute(String... arguments) {
        CommandLine command = GeowireMain.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
