package io.geowire.service.streams;

import io.geowire.service.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A folder for the stores of one instance, in a folder that several instances share, such as the volume of a scaled service.
 * The first takes the shared folder itself, the next ones {@code instance-2}, {@code instance-3} and so on. Who starts again
 * takes the first that is free, and with it the stores that stand there. A lock of the operating system holds it, so that a
 * killed process leaves none behind.
 */
final class StateFolder implements AutoCloseable {
    private static final int MOST = 1_000;

    private final Path path;
    private final FileChannel lock;

    private StateFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes the first folder that no other process holds.
     *
     * @param shared made if absent
     * @param applicationId each application has its own
     * @throws ConfigurationException if the folder cannot be written to
     */
    static StateFolder claim(Path shared, String applicationId) {
        try {
            for (int instance = 1; instance <= MOST; instance++) {
                Path path = instance == 1 ? shared : shared.resolve("instance-" + instance);
                Files.createDirectories(path);
                FileChannel lock = FileChannel.open(
                        path.resolve(applicationId + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (locks(lock)) {
                    return new StateFolder(path, lock);
                }
                lock.close();
            }
        } catch (IOException e) {
            throw new ConfigurationException("state directory %s cannot be used: %s".formatted(shared, e));
        }
        throw new ConfigurationException(
                "state directory %s: %d instances hold their parts of it".formatted(shared, MOST));
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // Another instance in this process.
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give up " + path, e);
        }
    }
}
