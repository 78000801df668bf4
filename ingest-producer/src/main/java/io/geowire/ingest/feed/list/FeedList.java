package io.geowire.ingest.feed.list;

import io.geowire.ingest.feed.Feed;
import io.geowire.service.yaml.Fault;
import io.geowire.service.yaml.Faults;
import io.geowire.service.yaml.ListFile;
import io.geowire.service.yaml.ListLayout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A list of feeds, in YAML or OPML, read and checked: every fault is found at once.
 *
 * @param feeds those without fault
 * @param faults in order of the list; only one without any may be used
 */
public record FeedList(List<Feed> feeds, List<Fault> faults) {
    public static final int MAX_BYTES = ListFile.MAX_BYTES;
    static final int MAX_FEEDS = 10_000;
    static final ListLayout LAYOUT = new ListLayout("feeds", "feed", "url", MAX_FEEDS, true);

    public FeedList {
        feeds = List.copyOf(feeds);
        faults = List.copyOf(faults);
    }

    /**
     * Reads the content of a file.
     *
     * @param name for messages
     * @param variables values of environment variables by name, null for one that is not set; headers may name them
     */
    public static FeedList parse(String name, byte[] content, UnaryOperator<@Nullable String> variables) {
        Faults faults = new Faults(name);
        List<Feed> feeds = ListFile.decode(content, faults)
                .map(text -> feeds(text, variables, faults))
                .orElse(List.of());
        return new FeedList(feeds, faults.inOrder());
    }

    private static List<Feed> feeds(String text, UnaryOperator<@Nullable String> variables, Faults faults) {
        if (text.stripLeading().startsWith("<")) {
            return new OpmlReader(faults).feeds(text);
        }
        Map<String, Integer> linesOfUrls = new HashMap<>();
        return ListFile.entries(
                text,
                LAYOUT,
                (entry, number, told) -> new FeedFields(entry, number, linesOfUrls, variables, told).feed(),
                faults);
    }
}
