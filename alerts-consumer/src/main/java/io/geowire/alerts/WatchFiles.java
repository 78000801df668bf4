package io.geowire.alerts;

import io.geowire.alerts.watch.KnownTopics;
import io.geowire.alerts.watch.Watch;
import io.geowire.alerts.watch.WatchFile;
import io.geowire.service.UserFiles;
import java.nio.file.Path;
import java.util.List;

/** Reads files of watches from disk. */
public final class WatchFiles {
    private WatchFiles() {}

    /**
     * The watches of a file.
     *
     * @param topics that they may name
     * @throws io.geowire.service.ConfigurationException if it cannot be read, or with every fault in it, one a line
     */
    public static List<Watch> load(Path path, KnownTopics topics) {
        WatchFile file = WatchFile.parse(path.toString(), UserFiles.bytes(path, WatchFile.MAX_BYTES), topics);
        UserFiles.requireFaultless(file.faults());
        return file.watches();
    }
}
