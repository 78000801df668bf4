package io.geowire.service.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.service.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    @TempDir
    Path folder;

    @Test
    void instancesThatShareAFolderGetPartsOfTheirOwn() {
        Path shared = folder.resolve("data/enrichment");
        try (StateFolder first = StateFolder.claim(shared, "app");
                StateFolder second = StateFolder.claim(shared, "app");
                StateFolder third = StateFolder.claim(shared, "app")) {
            assertThat(first.path()).isEqualTo(shared);
            assertThat(second.path()).isEqualTo(shared.resolve("instance-2")).isDirectory();
            assertThat(third.path()).isEqualTo(shared.resolve("instance-3")).isDirectory();
        }
    }

    @Test
    void instanceThatStartsAgainFindsItsStores() {
        try (StateFolder first = StateFolder.claim(folder, "app")) {
            StateFolder second = StateFolder.claim(folder, "app");
            second.close();

            try (StateFolder again = StateFolder.claim(folder, "app")) {
                assertThat(again.path()).isEqualTo(second.path()).isNotEqualTo(first.path());
            }
        }
    }

    @Test
    void otherApplicationsDoNotCount() {
        try (StateFolder one = StateFolder.claim(folder, "enrichment");
                StateFolder other = StateFolder.claim(folder, "alerts")) {
            assertThat(other.path()).isEqualTo(one.path());
        }
    }

    @Test
    void folderThatCannotBeMadeIsAConfigurationFaultThatNamesIt() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> StateFolder.claim(file, "app"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("state directory " + file + " cannot be used: ");
    }
}
