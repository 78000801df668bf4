package io.geowire.standalone.broker;

import io.geowire.service.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds what broker, registry and applications keep. One process at a time may use it: a lock on a file in it says so, and
 * goes when the process does, however it ends.
 */
public final class DataFolder implements AutoCloseable {
    private static final String LOCK_FILE = "lock";

    private final Path path;
    private final FileChannel channel;
    private final boolean temporary;

    private DataFolder(Path path, FileChannel channel, boolean temporary) {
        this.path = path;
        this.channel = channel;
        this.temporary = temporary;
    }

    /**
     * Opens a folder, which is made if it does not exist.
     *
     * @throws ConfigurationException if it cannot be written to or another process uses it
     */
    public static DataFolder open(Path path) {
        return open(path, false);
    }

    /** Opens a new folder that is deleted when it is closed. */
    public static DataFolder temporary() {
        try {
            return open(Files.createTempDirectory("geowire-"), true);
        } catch (IOException e) {
            throw new ConfigurationException("cannot make a temporary folder: " + e);
        }
    }

    private static DataFolder open(Path path, boolean temporary) {
        Path lockFile = path.resolve(LOCK_FILE);
        FileChannel channel;
        try {
            Files.createDirectories(path);
            channel = FileChannel.open(
                    lockFile, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new ConfigurationException("the data folder %s cannot be used: %s".formatted(path, e));
        }
        try {
            if (lock(channel) == null) {
                String owner =
                        Files.readString(lockFile, StandardCharsets.UTF_8).strip();
                channel.close();
                throw new ConfigurationException("the data folder %s is in use by %s; it takes one process at a time"
                        .formatted(path, owner.isEmpty() ? "another process" : owner));
            }
            byte[] owner = ("process " + ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
            channel.truncate(0).write(ByteBuffer.wrap(owner), 0);
        } catch (IOException e) {
            throw new ConfigurationException("the data folder %s cannot be locked: %s".formatted(path, e));
        }
        return new DataFolder(path, channel, temporary);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held by this very process.
            return null;
        }
    }

    /** Where the broker keeps its data. */
    public Path broker() {
        return made("broker");
    }

    /** Where the applications keep their state. */
    public Path state() {
        return made("state");
    }

    private Path made(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new ConfigurationException("the data folder %s cannot be written to: %s".formatted(path, e));
        }
    }

    /** Lets others use it. */
    @Override
    public void close() {
        try {
            channel.close();
            if (temporary) {
                delete();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the data folder " + path, e);
        }
    }

    private void delete() throws IOException {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault) throws IOException {
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
