package io.geowire.service.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads the list of a file. */
final class ListReader<T> {
    private final ListLayout layout;
    private final EntryReader<T> entryReader;
    private final Faults faults;

    ListReader(ListLayout layout, EntryReader<T> entryReader, Faults faults) {
        this.layout = layout;
        this.entryReader = entryReader;
        this.faults = faults;
    }

    /** Those without fault. */
    List<T> entries(Node node) {
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
            MappingNode fields = fields(nodes.get(i));
            if (fields != null) {
                entryReader.read(fields, i + 1, faults).ifPresent(entries::add);
            } else {
                String either = layout.plain() ? "a text, or " : "";
                faults.add(
                        nodes.get(i),
                        layout.entry() + " #" + (i + 1),
                        null,
                        "must be " + either + "a mapping of fields, such as '" + layout.firstField() + ": …'");
            }
        }
        return entries;
    }

    /** The fields of an entry; null if it has no right form. */
    private @Nullable MappingNode fields(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping;
        }
        if (!layout.plain() || !(node instanceof ScalarNode) || node.getTag().equals(Tag.NULL)) {
            return null;
        }
        Mark start = node.getStartMark();
        Mark end = node.getEndMark();
        Node key = new ScalarNode(Tag.STR, layout.firstField(), start, end, ScalarStyle.PLAIN);
        return new MappingNode(Tag.MAP, true, List.of(new NodeTuple(key, node)), start, end, FlowStyle.FLOW);
    }
}
