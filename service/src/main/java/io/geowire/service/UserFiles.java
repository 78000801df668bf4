package io.geowire.service;

import io.geowire.service.yaml.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the files that a person writes for Geowire: watches, receivers, feeds, topics. */
public final class UserFiles {
    private UserFiles() {}

    /**
     * The content of a file.
     *
     * @throws ConfigurationException if there is no such file, it cannot be read, or has more bytes than allowed
     */
    public static byte[] bytes(Path file, int maxBytes) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(maxBytes + 1);
            if (content.length > maxBytes) {
                throw new ConfigurationException("%s: has more than %d bytes".formatted(file, maxBytes));
            }
            return content;
        } catch (NoSuchFileException e) {
            throw new ConfigurationException(file + ": no such file");
        } catch (AccessDeniedException e) {
            throw new ConfigurationException(file + ": cannot be read: access is denied");
        } catch (IOException e) {
            throw new ConfigurationException("%s: cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    /**
     * The lines of a file in UTF-8.
     *
     * @throws ConfigurationException if there is no such file, it cannot be read, has more bytes than allowed or is not UTF-8
     */
    public static List<String> lines(Path file, int maxBytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(file, maxBytes)))
                    .toString()
                    .lines()
                    .toList();
        } catch (CharacterCodingException e) {
            throw new ConfigurationException(file + ": not UTF-8");
        }
    }

    /**
     * Refuses a file with faults.
     *
     * @throws ConfigurationException with every fault, one a line, if there is any
     */
    public static void requireFaultless(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new ConfigurationException(
                    faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        }
    }
}
