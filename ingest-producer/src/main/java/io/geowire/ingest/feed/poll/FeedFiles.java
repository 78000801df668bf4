package io.geowire.ingest.feed.poll;

import io.geowire.ingest.feed.Feed;
import io.geowire.ingest.feed.list.FeedList;
import io.geowire.service.ConfigurationException;
import io.geowire.service.UserFiles;
import io.geowire.service.yaml.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Reads lists of feeds from disk. */
public final class FeedFiles {
    private FeedFiles() {}

    /**
     * The feeds of a list.
     *
     * @throws ConfigurationException if it cannot be read, or with every fault in it, one a line
     */
    public static List<Feed> load(Path path) {
        FeedList list =
                FeedList.parse(path.toString(), UserFiles.bytes(path, FeedList.MAX_BYTES), System.getenv()::get);
        if (!list.faults().isEmpty()) {
            throw new ConfigurationException(
                    list.faults().stream().map(Fault::toString).collect(Collectors.joining("\n")));
        }
        return list.feeds();
    }
}
