package io.geowire.alerts.watch;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The fields of one watch in the YAML tree, and their faults. Any scalar is taken as the text that is written: {@code NO}
 * is not a Boolean here.
 */
final class FieldNodes {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final MappingNode mapping;
    private final WatchFaults faults;
    private final String label;
    private final Map<String, NodeTuple> fields = new LinkedHashMap<>();
    private boolean faulty;

    /**
     * @param label what faults call the watch
     * @param names of the fields there are; any other is a fault, and so is one that is there twice
     */
    FieldNodes(MappingNode mapping, String label, List<String> names, WatchFaults faults) {
        this.mapping = mapping;
        this.label = label;
        this.faults = faults;
        for (NodeTuple entry : mapping.getValue()) {
            String name = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (!names.contains(name)) {
                fault(entry.getKeyNode(), name, "unknown field" + Suggestion.among(names, name));
            } else if (fields.putIfAbsent(name, entry) != null) {
                fault(entry.getKeyNode(), name, "is there twice");
            }
        }
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /** Whether a fault was found. */
    boolean isFaulty() {
        return faulty;
    }

    /** Tells a fault of a field, or of the watch if it has not that field. */
    void fault(String field, String reason) {
        NodeTuple entry = fields.get(field);
        fault(entry == null ? mapping : entry.getKeyNode(), field, reason);
    }

    /** Tells a fault of the watch as a whole. */
    void fault(String reason) {
        fault(mapping, null, reason);
    }

    private void fault(Node at, @Nullable String field, String reason) {
        faulty = true;
        faults.add(at, label, field, reason);
    }

    /** The text of a field, stripped and composed; null if it is missing or faulty. */
    @Nullable
    String text(String field, int maxLength) {
        NodeTuple entry = fields.get(field);
        return entry == null ? null : text(entry.getKeyNode(), entry.getValueNode(), field, maxLength);
    }

    /** @param at what a fault is told of */
    private @Nullable String text(Node at, Node value, String field, int maxLength) {
        if (!(value instanceof ScalarNode scalar)) {
            fault(at, field, "must be a text");
            return null;
        }
        // A text over several lines has line feeds, which separate words and no more.
        String text = Normalizer.normalize(scalar.getValue(), Normalizer.Form.NFC)
                .replaceAll("[\\n\\t]", " ")
                .strip();
        if (text.isEmpty() || scalar.getTag().equals(Tag.NULL)) {
            fault(at, field, "is empty");
        } else if (text.length() > maxLength) {
            fault(at, field, "has " + text.length() + " characters; allowed are " + maxLength);
        } else if (CONTROL.matcher(text).find()) {
            fault(at, field, "has a control character");
        } else {
            return text;
        }
        return null;
    }

    /** The different texts of a list; those without fault. */
    List<String> list(String field, int maxEntries, int maxLength) {
        NodeTuple entry = fields.get(field);
        if (entry == null) {
            return List.of();
        }
        if (!(entry.getValueNode() instanceof SequenceNode sequence)) {
            fault(field, "must be a list, such as [one, two]");
            return List.of();
        }
        if (sequence.getValue().size() > maxEntries) {
            fault(field, "has " + sequence.getValue().size() + " entries; allowed are " + maxEntries);
            return List.of();
        }
        Set<String> values = new LinkedHashSet<>();
        for (Node item : sequence.getValue()) {
            String value = text(item, item, field, maxLength);
            if (value != null) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    /** A whole number from 1; empty if it is missing or faulty. */
    OptionalInt count(String field, int max) {
        NodeTuple entry = fields.get(field);
        if (entry == null) {
            return OptionalInt.empty();
        }
        if (entry.getValueNode() instanceof ScalarNode scalar && scalar.getTag().equals(Tag.INT)) {
            try {
                int value = Integer.parseInt(scalar.getValue());
                if (value >= 1 && value <= max) {
                    return OptionalInt.of(value);
                }
            } catch (NumberFormatException e) {
                // Said below, as for a number out of range.
            }
        }
        fault(field, "must be a whole number from 1 to " + max);
        return OptionalInt.empty();
    }
}
