package io.geowire.alerts.delivery;

import io.geowire.alerts.watch.KnownTopics;
import io.geowire.alerts.watch.Watch;
import io.geowire.service.yaml.Fault;
import io.geowire.service.yaml.ListFile;
import io.geowire.service.yaml.ListLayout;
import io.geowire.service.yaml.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A file of receivers in YAML, read and checked: every fault is found at once, none quotes a secret or a URL.
 *
 * @param receivers those without fault
 * @param faults in order of the file; only a file without any may be used
 */
public record ReceiverFile(List<Receiver> receivers, List<Fault> faults) {
    public static final int MAX_BYTES = ListFile.MAX_BYTES;
    private static final int MAX_RECEIVERS = 1_000;
    private static final ListLayout LAYOUT = new ListLayout("receivers", "receiver", "name", MAX_RECEIVERS, false);

    public ReceiverFile {
        receivers = List.copyOf(receivers);
        faults = List.copyOf(faults);
    }

    /**
     * Reads the content of a file.
     *
     * @param name for messages
     * @param watches those there are, so that neither side can name what the other has not; null if they are not known
     * @param topics that its filters may name
     */
    public static ReceiverFile parse(
            String name, byte[] content, SecretSource secrets, @Nullable List<Watch> watches, KnownTopics topics) {
        Map<String, Integer> linesOfNames = new TreeMap<>();
        List<String> watchIds =
                watches == null ? null : watches.stream().map(Watch::id).toList();
        ListFile<Receiver> file = ListFile.parse(
                name,
                content,
                LAYOUT,
                (entry, number, faults) ->
                        new ReceiverFields(entry, number, linesOfNames, secrets, watchIds, topics, faults).receiver());
        List<Fault> faults = new ArrayList<>(file.faults());
        if (watches != null) {
            faults.addAll(unknownReceivers(name, watches, linesOfNames.keySet()));
        }
        return new ReceiverFile(file.entries(), faults);
    }

    /** A watch whose receiver is misspelt would alert no one. */
    private static List<Fault> unknownReceivers(String file, List<Watch> watches, Set<String> names) {
        return watches.stream()
                .flatMap(watch -> watch.receivers().stream()
                        .filter(receiver -> !names.contains(receiver))
                        .map(receiver -> new Fault(
                                file,
                                1,
                                null,
                                null,
                                "watch '%s' names the receiver '%s', which is not here%s"
                                        .formatted(watch.id(), receiver, Suggestion.among(names, receiver)))))
                .toList();
    }
}
