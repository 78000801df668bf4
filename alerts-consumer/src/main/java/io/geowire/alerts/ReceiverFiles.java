package io.geowire.alerts;

import io.geowire.alerts.delivery.Receiver;
import io.geowire.alerts.delivery.ReceiverFile;
import io.geowire.alerts.delivery.SecretSource;
import io.geowire.alerts.watch.KnownTopics;
import io.geowire.alerts.watch.Watch;
import io.geowire.service.UserFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads files of receivers from disk, and the secrets that they name. */
public final class ReceiverFiles {
    private static final int MAX_SECRET_BYTES = 64_000;

    private ReceiverFiles() {}

    /**
     * The receivers of a file. A relative path in it starts from its own folder.
     *
     * @param environment where its variables are looked up
     * @param watches those there are; null if they are not known
     * @param topics that its filters may name
     * @throws io.geowire.service.ConfigurationException if it cannot be read, or with every fault in it, one a line
     */
    public static List<Receiver> load(
            Path path, Map<String, String> environment, @Nullable List<Watch> watches, KnownTopics topics) {
        ReceiverFile file = ReceiverFile.parse(
                path.toString(),
                UserFiles.bytes(path, ReceiverFile.MAX_BYTES),
                new Secrets(path.toAbsolutePath().getParent(), environment),
                watches,
                topics);
        UserFiles.requireFaultless(file.faults());
        return file.receivers();
    }

    private record Secrets(@Nullable Path folder, Map<String, String> environment) implements SecretSource {
        @Override
        public Optional<String> variable(String name) {
            return Optional.ofNullable(environment.get(name));
        }

        @Override
        public String file(String path) throws IOException {
            try (InputStream in = Files.newInputStream(resolved(path))) {
                byte[] content = in.readNBytes(MAX_SECRET_BYTES + 1);
                if (content.length > MAX_SECRET_BYTES) {
                    throw new IOException("it has more than " + MAX_SECRET_BYTES + " bytes");
                }
                return new String(content, StandardCharsets.UTF_8);
            } catch (NoSuchFileException e) {
                throw new IOException("there is no such file", e);
            } catch (AccessDeniedException e) {
                throw new IOException("access is denied", e);
            }
        }

        private Path resolved(String path) throws IOException {
            try {
                return folder == null ? Path.of(path) : folder.resolve(path);
            } catch (InvalidPathException e) {
                throw new IOException("it is no path", e);
            }
        }
    }
}
