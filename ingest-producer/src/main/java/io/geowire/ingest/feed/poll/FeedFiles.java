package io.geowire.ingest.feed.poll;

import io.geowire.ingest.feed.Feed;
import io.geowire.ingest.feed.list.FeedList;
import io.geowire.ingest.feed.list.FeedListFault;
import io.geowire.service.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
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
        try (InputStream in = Files.newInputStream(path)) {
            FeedList list =
                    FeedList.parse(path.toString(), in.readNBytes(FeedList.MAX_BYTES + 1), System.getenv()::get);
            if (!list.faults().isEmpty()) {
                throw new ConfigurationException(
                        list.faults().stream().map(FeedListFault::toString).collect(Collectors.joining("\n")));
            }
            return list.feeds();
        } catch (IOException e) {
            throw new ConfigurationException("%s: cannot be read: %s".formatted(path, e));
        }
    }
}
