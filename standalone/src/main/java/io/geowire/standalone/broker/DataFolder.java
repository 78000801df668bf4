package io.geowire.standalone.broker;

import io.geowire.service.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The folder in which one running Geowire keeps everything: {@code broker/}, {@code state/} and the file {@code lock}.
 *
 * <p>Only one process may use it, and only once. The lock goes with the process that held it, however that ended; the
 * file stays and names its last holder.
 */
public final class DataFolder implements AutoCloseable {
    private static final String BROKER = "broker";
    private static final String STATE = "state";
    private static final String LOCK_FILE = "lock";
    /** Far behind the text: some systems do not let others read the bytes that are locked. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final int MAX_HOLDER_BYTES = 200;

    /**
     * What this process holds. Asking the system is not enough: a second channel on the lock file, when closed, would
     * take away the lock that the first one has.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final FileChannel lockFile;
    private final boolean temporary;

    private DataFolder(Path root, FileChannel lockFile, boolean temporary) {
        this.root = root;
        this.lockFile = lockFile;
        this.temporary = temporary;
    }

    /**
     * Takes a folder, made if absent.
     *
     * @throws ConfigurationException when somebody has it, or when it cannot be made or written
     */
    public static DataFolder open(Path root) {
        return open(root, false);
    }

    /**
     * Takes a new folder that is deleted when closed.
     *
     * @throws ConfigurationException when there is no writable folder for temporary files
     */
    public static DataFolder temporary() {
        try {
            return open(Files.createTempDirectory("geowire-"), true);
        } catch (IOException e) {
            throw new ConfigurationException("cannot make a temporary data folder: " + e);
        }
    }

    private static DataFolder open(Path path, boolean temporary) {
        try {
            Path root = Files.createDirectories(path).toRealPath();
            Files.createDirectories(root.resolve(BROKER));
            Files.createDirectories(root.resolve(STATE));
            return new DataFolder(root, lock(root), temporary);
        } catch (IOException e) {
            throw new ConfigurationException("the data folder %s cannot be used: %s".formatted(path, e));
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        String self = "process " + ProcessHandle.current().pid();
        if (!HELD.add(root)) {
            throw inUse(root, self + ", this very one");
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    root.resolve(LOCK_FILE),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                throw inUse(root, holder(channel));
            }
            String holder = self + " since " + Instant.now().truncatedTo(ChronoUnit.SECONDS);
            channel.truncate(0).write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
            return channel;
        } catch (IOException | RuntimeException e) {
            HELD.remove(root);
            if (channel != null) {
                channel.close();
            }
            throw e;
        }
    }

    private static ConfigurationException inUse(Path root, String holder) {
        return new ConfigurationException("the data folder %s is in use by %s".formatted(root, holder));
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(MAX_HOLDER_BYTES);
        channel.read(text, 0);
        String holder = StandardCharsets.UTF_8.decode(text.flip()).toString();
        return holder.startsWith("process ") ? holder.strip() : "another process";
    }

    /** Where the embedded broker keeps its topics. */
    public Path broker() {
        return root.resolve(BROKER);
    }

    /** Where the stream applications keep their local state. */
    public Path state() {
        return root.resolve(STATE);
    }

    /** Lets others take the folder, or deletes it if it is temporary. Close what uses it first. */
    @Override
    public void close() {
        try {
            lockFile.close();
            HELD.remove(root);
            if (temporary) {
                delete();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release the data folder " + root, e);
        }
    }

    private void delete() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
