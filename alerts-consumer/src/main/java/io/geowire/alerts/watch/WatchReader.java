package io.geowire.alerts.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the top of a file of watches: one mapping with a list of watches. */
final class WatchReader {
    static final int MAX_WATCHES = 10_000;
    private static final String WATCHES = "watches";

    private final WatchFaults faults;

    WatchReader(WatchFaults faults) {
        this.faults = faults;
    }

    List<Watch> watches(Node root) {
        if (!(root instanceof MappingNode top)) {
            faults.add(root, null, null, "the file must begin with 'watches:' and a list below it");
            return List.of();
        }
        List<Watch> watches = new ArrayList<>();
        boolean found = false;
        for (NodeTuple entry : top.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (!key.equals(WATCHES)) {
                faults.add(
                        entry.getKeyNode(),
                        null,
                        null,
                        "unknown key '" + key + "'" + Suggestion.among(List.of(WATCHES), key));
            } else if (found) {
                faults.add(entry.getKeyNode(), null, null, "'watches' is there twice");
            } else {
                found = true;
                watches.addAll(list(entry.getValueNode()));
            }
        }
        if (!found) {
            faults.add(root, null, null, "'watches' is missing");
        }
        return watches;
    }

    private List<Watch> list(Node node) {
        if (!(node instanceof SequenceNode sequence)) {
            faults.add(node, null, WATCHES, "must be a list; without any watch it is 'watches: []'");
            return List.of();
        }
        List<Node> entries = sequence.getValue();
        if (entries.size() > MAX_WATCHES) {
            faults.add(node, null, WATCHES, "has " + entries.size() + " watches; allowed are " + MAX_WATCHES);
            return List.of();
        }
        List<Watch> watches = new ArrayList<>();
        Map<String, Integer> linesOfIds = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) instanceof MappingNode mapping) {
                new WatchFields(mapping, i + 1, linesOfIds, faults).watch().ifPresent(watches::add);
            } else {
                faults.add(entries.get(i), "#" + (i + 1), null, "must be a mapping of fields, such as 'id: …'");
            }
        }
        return watches;
    }
}
