package io.geowire.service.yaml;

import java.text.Normalizer;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The fields of one entry in the YAML tree, and their faults. Any scalar is taken as the text that is written: {@code NO}
 * is not a Boolean here.
 */
public final class FieldNodes {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** How long the text of what is no text may be. */
    private static final int MAX_VALUE = 40;

    private final MappingNode mapping;
    private final Faults faults;
    private final @Nullable String label;
    private final Map<String, NodeTuple> fields = new LinkedHashMap<>();
    private boolean faulty;

    /**
     * @param label what faults call the entry; null if it is all of the file
     * @param names of the fields there are; any other is a fault, and so is one that is there twice
     */
    public FieldNodes(MappingNode mapping, @Nullable String label, List<String> names, Faults faults) {
        this(mapping, label, names, Map.of(), faults);
    }

    /** @param advice what to say of names that there are not, instead of a guess at what was meant */
    public FieldNodes(
            MappingNode mapping,
            @Nullable String label,
            List<String> names,
            Map<String, String> advice,
            Faults faults) {
        this.mapping = mapping;
        this.label = label;
        this.faults = faults;
        for (NodeTuple entry : mapping.getValue()) {
            String name = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (!names.contains(name)) {
                String hint = advice.get(name);
                fault(entry.getKeyNode(), name, hint == null ? "unknown field" + Suggestion.among(names, name) : hint);
            } else if (fields.putIfAbsent(name, entry) != null) {
                fault(entry.getKeyNode(), name, "is there twice");
            }
        }
    }

    /** The scalar of a field, if it has one; for what is needed before faults can be named. */
    public static Optional<ScalarNode> scalar(MappingNode mapping, String field) {
        return mapping.getValue().stream()
                .filter(entry -> entry.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(field))
                .map(NodeTuple::getValueNode)
                .flatMap(value -> value instanceof ScalarNode scalar ? Stream.of(scalar) : Stream.empty())
                .findFirst();
    }

    public boolean has(String field) {
        return fields.containsKey(field);
    }

    /** Whether a fault was found. */
    public boolean isFaulty() {
        return faulty;
    }

    /** Tells a fault of a field, or of the entry if it has not that field. */
    public void fault(String field, String reason) {
        NodeTuple entry = fields.get(field);
        fault(entry == null ? mapping : entry.getKeyNode(), field, reason);
    }

    /** Tells a fault of the entry as a whole. */
    public void fault(String reason) {
        fault(mapping, null, reason);
    }

    /** Tells a fault of a part of a field. */
    public void fault(String field, Node at, String reason) {
        fault(at, field, reason);
    }

    private void fault(Node at, @Nullable String field, String reason) {
        faulty = true;
        faults.add(at, label, field, reason);
    }

    /** The text of a field, stripped and composed; null if it is missing or faulty. */
    public @Nullable String text(String field, int maxLength) {
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
    public List<String> list(String field, int maxEntries, int maxLength) {
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

    /** The texts of a field that holds one or a list of them. */
    public List<String> oneOrMore(String field, int maxEntries, int maxLength) {
        NodeTuple entry = fields.get(field);
        if (entry != null && entry.getValueNode() instanceof ScalarNode) {
            String text = text(field, maxLength);
            return text == null ? List.of() : List.of(text);
        }
        return list(field, maxEntries, maxLength);
    }

    /** Whether a field says true; false if it is missing or faulty. */
    public boolean flag(String field) {
        String text = text(field, MAX_VALUE);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            fault(field, "'" + text + "' is not true or false");
        }
        return "true".equals(text);
    }

    /** A duration as ISO 8601 has it, {@code PT20S}; empty if it is missing or faulty. */
    public Optional<Duration> duration(String field, Duration min, Duration max) {
        String text = text(field, MAX_VALUE);
        if (text == null) {
            return Optional.empty();
        }
        try {
            Duration value = Duration.parse(text);
            if (value.compareTo(min) >= 0 && value.compareTo(max) <= 0) {
                return Optional.of(value);
            }
        } catch (DateTimeParseException e) {
            // Said below, as for a duration out of range.
        }
        fault(field, "'%s' is not a duration from %s to %s, such as PT30S".formatted(text, min, max));
        return Optional.empty();
    }

    /** The node of a field, for what this class cannot read. */
    public Optional<Node> node(String field) {
        return Optional.ofNullable(fields.get(field)).map(NodeTuple::getValueNode);
    }

    /** A whole number from 1; empty if it is missing or faulty. */
    public OptionalInt count(String field, int max) {
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
