package io.geowire.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserFilesTest {
    @TempDir
    private Path folder;

    @Test
    void linesEndAsAnySystemEndsThem() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "Zürich\r\n\nlast");

        assertThat(UserFiles.lines(file, 100)).containsExactly("Zürich", "", "last");
    }

    @Test
    void aFileOfJustSoManyBytesIsReadAndNoLargerOne() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "12345");

        assertThat(UserFiles.bytes(file, 5)).hasSize(5);
        assertThatThrownBy(() -> UserFiles.bytes(file, 4))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(file + ": has more than 4 bytes");
    }

    @Test
    void aFileWithoutEndIsRefused() {
        assertThatThrownBy(() -> UserFiles.bytes(Path.of("/dev/zero"), 1_000))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("/dev/zero: has more than 1000 bytes");
    }

    @Test
    void whatCannotBeReadIsNamedWithTheReason() throws IOException {
        Path latin = Files.write(folder.resolve("latin.txt"), "é".getBytes(StandardCharsets.ISO_8859_1));
        Path missing = folder.resolve("missing.txt");

        assertThatThrownBy(() -> UserFiles.lines(latin, 100))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(latin + ": not UTF-8");
        assertThatThrownBy(() -> UserFiles.bytes(missing, 100))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(missing + ": no such file");
        assertThatThrownBy(() -> UserFiles.bytes(folder, 100))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(folder + ": cannot be read: ");
    }
}
