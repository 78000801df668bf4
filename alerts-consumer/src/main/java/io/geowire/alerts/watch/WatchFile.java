package io.geowire.alerts.watch;

import io.geowire.service.yaml.Fault;
import io.geowire.service.yaml.ListFile;
import io.geowire.service.yaml.ListLayout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of watches in YAML, read and checked: every fault is found at once.
 *
 * @param watches those without fault
 * @param faults in order of the file; only a file without any may be used
 */
public record WatchFile(List<Watch> watches, List<Fault> faults) {
    public static final int MAX_BYTES = ListFile.MAX_BYTES;
    static final int MAX_WATCHES = 10_000;
    private static final ListLayout LAYOUT = new ListLayout("watches", "watch", "id", MAX_WATCHES, false);

    public WatchFile {
        watches = List.copyOf(watches);
        faults = List.copyOf(faults);
    }

    /**
     * Reads the content of a file.
     *
     * @param name for messages
     * @param topics that its watches may name
     */
    public static WatchFile parse(String name, byte[] content, KnownTopics topics) {
        Map<String, Integer> linesOfIds = new HashMap<>();
        ListFile<Watch> file = ListFile.parse(
                name,
                content,
                LAYOUT,
                (entry, number, faults) -> new WatchFields(entry, number, linesOfIds, topics, faults).watch());
        return new WatchFile(file.entries(), file.faults());
    }
}
