package io.geowire.ingest.read;

import io.geowire.ingest.item.Excerpt;
import io.geowire.ingest.item.Origin;
import io.geowire.ingest.item.ReadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Finds the files that paths name. */
public final class InputFiles {
    /** Stands for standard input. */
    public static final String STANDARD_INPUT = "-";

    private static final int NAMES_IN_A_NOTE = 5;

    private final Consumer<ReadResult> sink;
    private final List<InputFile> files = new ArrayList<>();
    private final Set<Path> foldersAbove = new HashSet<>();

    private InputFiles(Consumer<ReadResult> sink) {
        this.sink = sink;
    }

    /**
     * A file to read.
     *
     * @param name as the user named it, with what lies below a folder
     * @param path empty for standard input
     * @param format that the name tells, if any
     */
    public record InputFile(String name, Optional<Path> path, Optional<InputFormat> format) {
        /** The name without folders and without the suffix {@code .gz}. */
        public String baseName() {
            return InputFormat.withoutGzip(
                    path.map(Path::getFileName).map(Path::toString).orElse(name));
        }
    }

    /**
     * Files in the order of the paths; those in a folder and below it in the order of their names. In a folder, hidden
     * files and files of unknown kinds are left out; a file that is named itself is read whatever its name.
     *
     * @param sink is told of paths that cannot be read and of what was left out in folders
     */
    public static List<InputFile> find(List<String> paths, Consumer<ReadResult> sink) {
        InputFiles inputs = new InputFiles(sink);
        paths.forEach(inputs::add);
        return List.copyOf(inputs.files);
    }

    private void add(String name) {
        if (name.equals(STANDARD_INPUT)) {
            files.add(new InputFile(name, Optional.empty(), Optional.empty()));
            return;
        }
        Path path;
        try {
            path = Path.of(name);
        } catch (InvalidPathException e) {
            refuse(name, "is no path");
            return;
        }
        if (Files.isDirectory(path)) {
            List<String> leftOut = new ArrayList<>();
            addFolder(name, path, leftOut);
            note(name, leftOut);
        } else if (!Files.exists(path)) {
            refuse(name, "there is no such file");
        } else if (!Files.isReadable(path)) {
            refuse(name, "cannot be read");
        } else {
            files.add(new InputFile(name, Optional.of(path), InputFormat.ofName(name)));
        }
    }

    private void addFolder(String name, Path folder, List<String> leftOut) {
        List<Path> entries;
        Path real;
        try (Stream<Path> list = Files.list(folder)) {
            real = folder.toRealPath();
            entries = list.sorted().toList();
        } catch (IOException e) {
            refuse(name, "cannot be listed: " + Faults.message(e));
            return;
        }
        if (!foldersAbove.add(real)) {
            return; // A link to a folder above: what is in it is being read already.
        }
        for (Path entry : entries) {
            String fileName = entry.getFileName().toString();
            String entryName = name.endsWith("/") ? name + fileName : name + "/" + fileName;
            if (fileName.startsWith(".")) {
                continue;
            }
            if (Files.isDirectory(entry)) {
                addFolder(entryName, entry, leftOut);
            } else if (InputFormat.ofName(fileName).isEmpty()) {
                leftOut.add(fileName);
            } else if (!Files.isReadable(entry)) {
                refuse(entryName, "cannot be read");
            } else if (!Files.isRegularFile(entry)) {
                refuse(entryName, "is a pipe or a device; name it itself to have it read");
            } else {
                files.add(new InputFile(entryName, Optional.of(entry), InputFormat.ofName(fileName)));
            }
        }
        foldersAbove.remove(real);
    }

    private void refuse(String name, String reason) {
        sink.accept(new ReadResult.Fault(Origin.of(name), reason, Excerpt.NONE));
    }

    private void note(String name, List<String> leftOut) {
        if (leftOut.isEmpty()) {
            return;
        }
        String names = String.join(", ", leftOut.subList(0, Math.min(NAMES_IN_A_NOTE, leftOut.size())));
        int more = leftOut.size() - NAMES_IN_A_NOTE;
        sink.accept(new ReadResult.Note(
                Origin.of(name),
                "left out files of other kinds: " + names + (more > 0 ? " and %d more".formatted(more) : "")));
    }
}
