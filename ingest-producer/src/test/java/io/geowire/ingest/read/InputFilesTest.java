package io.geowire.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.ingest.item.ReadResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {
    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no named pipes in folders")
    void pipeInAFolderIsRefusedRatherThanWaitedFor() throws Exception {
        Path pipe = folder.resolve("pipe.jsonl");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Files.writeString(folder.resolve("news.jsonl"), "{\"title\":\"One\"}\n");
        List<ReadResult> told = new ArrayList<>();

        List<InputFiles.InputFile> files = InputFiles.find(List.of(folder.toString()), told::add);

        assertThat(files).extracting(InputFiles.InputFile::baseName).containsExactly("news.jsonl");
        assertThat(told).singleElement().asString().contains(pipe.toString()).contains("is a pipe or a device");
    }

    @Test
    void linkToAFolderAboveIsFollowedOnce() throws Exception {
        Files.writeString(folder.resolve("news.jsonl"), "{\"title\":\"One\"}\n");
        Files.createSymbolicLink(folder.resolve("loop"), folder);

        assertThat(InputFiles.find(List.of(folder.toString()), told -> {}))
                .extracting(InputFiles.InputFile::baseName)
                .containsExactly("news.jsonl");
    }
}
