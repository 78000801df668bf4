package io.geowire.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.service.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path temp;

    @Test
    void a_folder_is_made_with_what_goes_into_it() {
        Path path = temp.resolve("a/b");
        try (DataFolder folder = DataFolder.open(path)) {
            assertThat(folder.broker()).isDirectory();
            assertThat(folder.state()).isDirectory();
            assertThat(path).isDirectory();
        }
    }

    @Test
    void a_folder_can_be_taken_again_once_it_is_closed() {
        DataFolder.open(temp).close();

        DataFolder.open(temp).close();
    }

    @Test
    void a_folder_is_refused_to_the_process_that_has_it_already() {
        try (DataFolder folder = DataFolder.open(temp)) {
            assertThat(folder.broker()).isDirectory();
            assertInUseBy(ProcessHandle.current().pid(), temp);
        }
    }

    @Test
    void a_folder_is_the_same_by_another_path() throws Exception {
        Path link = Files.createSymbolicLink(temp.resolve("link"), Files.createDirectory(temp.resolve("folder")));
        try (DataFolder folder = DataFolder.open(temp.resolve("folder"))) {
            assertThat(folder.broker()).isDirectory();
            assertInUseBy(ProcessHandle.current().pid(), link);
        }
    }

    @Test
    void a_folder_is_refused_while_another_process_has_it_and_free_when_that_is_killed() throws Exception {
        try (ChildProcess holder = ChildProcess.start(FolderHolder.class, temp)) {
            assertThatThrownBy(() -> DataFolder.open(temp))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageMatching("the data folder \\S+ is in use by process " + holder.pid()
                            + " since \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        }

        DataFolder.open(temp).close();
    }

    @Test
    void a_refused_second_taker_does_not_open_the_folder_to_other_processes() throws Exception {
        try (DataFolder folder = DataFolder.open(temp)) {
            assertThat(folder.broker()).isDirectory();
            assertInUseBy(ProcessHandle.current().pid(), temp);

            assertThatThrownBy(() -> ChildProcess.start(FolderHolder.class, temp))
                    .hasMessageContaining(
                            "is in use by process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void a_lock_file_without_a_name_still_locks() throws Exception {
        try (ChildProcess holder = ChildProcess.start(FolderHolder.class, temp)) {
            Files.writeString(temp.resolve("lock"), "\u0001\u0002");
            assertThat(holder.process().isAlive()).isTrue();
            assertThatThrownBy(() -> DataFolder.open(temp)).hasMessageEndingWith("is in use by another process");
        }
    }

    @Test
    void a_file_cannot_be_a_data_folder() throws Exception {
        Path file = Files.createFile(temp.resolve("file"));

        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the data folder " + file + " cannot be used");
    }

    @Test
    void a_temporary_folder_is_deleted_with_all_that_is_in_it() throws Exception {
        Path broker;
        try (DataFolder folder = DataFolder.temporary()) {
            broker = folder.broker();
            Files.createFile(Files.createDirectories(broker.resolve("topic-0")).resolve("log"));
        }

        assertThat(broker.getParent()).doesNotExist();
    }

    private static void assertInUseBy(long pid, Path path) {
        assertThatThrownBy(() -> DataFolder.open(path))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is in use by process " + pid);
    }
}
