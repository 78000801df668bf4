package io.geowire.ingest.feed.poll;

import io.geowire.ingest.feed.Feed;
import io.geowire.ingest.feed.list.FeedList;
import io.geowire.service.UserFiles;
import java.nio.file.Path;
import java.util.List;

/** Reads lists of feeds from disk. */
public final class FeedFiles {
    private FeedFiles() {}

    /**
     * The feeds of a list.
     *
     * @throws io.geowire.service.ConfigurationException if it cannot be read, or with every fault in it, one a line
     */
    public static List<Feed> load(Path path) {
        FeedList list =
                FeedList.parse(path.toString(), UserFiles.bytes(path, FeedList.MAX_BYTES), System.getenv()::get);
        UserFiles.requireFaultless(list.faults());
        return list.feeds();
    }
}
