package io.geowire.alerts;

import io.geowire.alerts.watch.KnownTopics;
import io.geowire.alerts.watch.Watch;
import io.geowire.alerts.watch.WatchFile;
import io.geowire.service.ConfigurationException;
import io.geowire.service.UserFiles;
import io.geowire.service.yaml.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Reads files of watches from disk. */
public final class WatchFiles {
    private WatchFiles() {}

    /**
     * Reads and checks a file.
     *
     * @param topics that its watches may name
     * @throws ConfigurationException if it cannot be read at all
     */
    public static WatchFile check(Path path, KnownTopics topics) {
        return WatchFile.parse(path.toString(), UserFiles.bytes(path, WatchFile.MAX_BYTES), topics);
    }

    /**
     * The watches of a file.
     *
     * @param topics that they may name
     * @throws ConfigurationException if it cannot be read, or with every fault in it, one a line
     */
    public static List<Watch> load(Path path, KnownTopics topics) {
        WatchFile file = check(path, topics);
        if (!file.faults().isEmpty()) {
            throw new ConfigurationException(
                    file.faults().stream().map(Fault::toString).collect(Collectors.joining("\n")));
        }
        return file.watches();
    }
}
