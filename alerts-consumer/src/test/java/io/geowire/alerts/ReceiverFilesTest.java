package io.geowire.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.alerts.delivery.Receiver;
import io.geowire.alerts.watch.KnownTopics;
import io.geowire.service.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiverFilesTest {
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @TempDir
    Path folder;

    @Test
    void secretsComeFromTheEnvironmentAndFromFilesBesideIt() throws IOException {
        Files.createDirectory(folder.resolve("keys"));
        Files.writeString(folder.resolve("keys/desk"), KEY + "\n");
        Path file = write("{name: a, url: 'https://d.example', secretEnv: KEY, secretFile: keys/desk}");

        List<Receiver> receivers = ReceiverFiles.load(file, Map.of("KEY", KEY), null, KnownTopics.SHIPPED);

        assertThat(receivers).hasSize(1);
        assertThat(receivers.get(0).secrets()).hasSize(2);
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        Path file = write("{name: a, url: 'https://d.example', secretFile: ['keys', .]}");

        assertThatThrownBy(() -> ReceiverFiles.load(file, Map.of(), null, KnownTopics.SHIPPED))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(
                        file + ":1: receiver 'a': secretFile: the file keys cannot be read: there is no such file")
                .hasMessageContaining("the file . cannot be read: ");
        assertThatThrownBy(() -> ReceiverFiles.load(folder.resolve("none.yaml"), Map.of(), null, KnownTopics.SHIPPED))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("none.yaml: no such file");
    }

    @Test
    void aSecretThatHasNoEndIsRefused() throws IOException {
        Path file = write("{name: a, url: 'https://d.example', secretFile: /dev/zero}");

        assertThatThrownBy(() -> ReceiverFiles.load(file, Map.of(), null, KnownTopics.SHIPPED))
                .hasMessageContaining("it has more than 64000 bytes");
    }

    private Path write(String receiver) throws IOException {
        return Files.writeString(folder.resolve("receivers.yaml"), "receivers: [" + receiver + "]");
    }
}
