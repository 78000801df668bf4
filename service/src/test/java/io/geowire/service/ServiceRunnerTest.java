package io.geowire.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceRunnerTest {
    private static final int ANY_PORT = 0;

    private final StubService service = new StubService();

    @TempDir
    Path folder;

    @Test
    void failureOfTheServiceEndsTheProcessWithStatusOneAndClosesIt() {
        service.failure.completeExceptionally(new IllegalStateException("the broker is gone"));

        int status = ServiceRunner.run("test", ANY_PORT, new String[0], (settings, metrics) -> service);

        assertThat(status).isEqualTo(ServiceRunner.FAILED);
        assertThat(service.started).isTrue();
        assertThat(service.closed).isTrue();
    }

    @Test
    void wrongConfigurationEndsItWithStatusTwoBeforeItStarts() throws IOException {
        Path file = folder.resolve("wrong.properties");
        Files.writeString(file, "geowire.http.port = eighty\n");

        int status =
                ServiceRunner.run("test", ANY_PORT, new String[] {file.toString()}, (settings, metrics) -> service);

        assertThat(status).isEqualTo(ServiceRunner.MISCONFIGURED);
        assertThat(service.started).isFalse();
    }

    @Test
    void secondArgumentIsAConfigurationFault() {
        assertThat(ServiceRunner.run("test", ANY_PORT, new String[] {"a", "b"}, (settings, metrics) -> service))
                .isEqualTo(ServiceRunner.MISCONFIGURED);
    }
}
