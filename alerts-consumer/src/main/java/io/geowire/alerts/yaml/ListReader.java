package io.geowire.alerts.yaml;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the top of a file: one mapping with one list. */
final class ListReader<T> {
    private final ListLayout layout;
    private final EntryReader<T> entryReader;
    private final Faults faults;

    ListReader(ListLayout layout, EntryReader<T> entryReader, Faults faults) {
        this.layout = layout;
        this.entryReader = entryReader;
        this.faults = faults;
    }

    List<T> entries(Node root) {
        if (!(root instanceof MappingNode top)) {
            faults.add(root, null, null, "the file must begin with '" + layout.key() + ":' and a list below it");
            return List.of();
        }
        List<T> entries = new ArrayList<>();
        boolean found = false;
        for (NodeTuple tuple : top.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (!key.equals(layout.key())) {
                faults.add(
                        tuple.getKeyNode(),
                        null,
                        null,
                        "unknown key '" + key + "'" + Suggestion.among(List.of(layout.key()), key));
            } else if (found) {
                faults.add(tuple.getKeyNode(), null, null, "'" + key + "' is there twice");
            } else {
                found = true;
                entries.addAll(list(tuple.getValueNode()));
            }
        }
        if (!found) {
            faults.add(root, null, null, "'" + layout.key() + "' is missing");
        }
        return entries;
    }

    private List<T> list(Node node) {
        if (!(node instanceof SequenceNode sequence)) {
            faults.add(node, null, layout.key(), "must be a list; " + layout.empty());
            return List.of();
        }
        List<Node> nodes = sequence.getValue();
        if (nodes.size() > layout.maxEntries()) {
            faults.add(
                    node,
                    null,
                    layout.key(),
                    "has %d %s; allowed are %d".formatted(nodes.size(), layout.key(), layout.maxEntries()));
            return List.of();
        }
        List<T> entries = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) instanceof MappingNode mapping) {
                entryReader.read(mapping, i + 1, faults).ifPresent(entries::add);
            } else {
                faults.add(
                        nodes.get(i),
                        layout.entry() + " #" + (i + 1),
                        null,
                        "must be a mapping of fields, such as '" + layout.firstField() + ": …'");
            }
        }
        return entries;
    }
}
