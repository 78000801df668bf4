package io.geowire.alerts.delivery;

import io.geowire.service.yaml.FieldNodes;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads the headers that a receiver wants: each a text, or {@code {env: NAME}} or {@code {file: PATH}}. */
final class HeaderFields {
    private static final String HEADERS = "headers";
    private static final int MAX_HEADERS = 50;
    private static final int MAX_VALUE = 4_096;

    /** A token of RFC 9110. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");

    /** What RFC 9110 has for values, without the bytes above ASCII, which it discourages. */
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e\\t]+");

    /** What the delivery or the connection decides. */
    private static final Set<String> RESERVED = Set.of(
            "accept-encoding",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "expect",
            "host",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private static final List<String> RESERVED_PREFIXES = List.of("webhook-", "proxy-");

    private final FieldNodes fields;
    private final SecretTexts texts;

    HeaderFields(FieldNodes fields, SecretTexts texts) {
        this.fields = fields;
        this.texts = texts;
    }

    /** Those without fault. */
    Map<String, Secret> headers() {
        Map<String, Secret> headers = new LinkedHashMap<>();
        Optional<Node> node = fields.node(HEADERS);
        if (node.isEmpty()) {
            return headers;
        }
        if (!(node.get() instanceof MappingNode mapping)) {
            fields.fault(HEADERS, "must be a mapping of names to values, such as {X-Team: desk}");
            return headers;
        }
        if (mapping.getValue().size() > MAX_HEADERS) {
            fields.fault(
                    HEADERS,
                    "has %d entries; allowed are %d"
                            .formatted(mapping.getValue().size(), MAX_HEADERS));
            return headers;
        }
        Set<String> seen = new HashSet<>();
        for (NodeTuple entry : mapping.getValue()) {
            name(entry.getKeyNode(), seen)
                    .ifPresent(name -> value(name, entry.getValueNode()).ifPresent(value -> headers.put(name, value)));
        }
        return headers;
    }

    private Optional<String> name(Node node, Set<String> seen) {
        String name = node instanceof ScalarNode scalar ? scalar.getValue() : "?";
        String lower = name.toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches() || !(node instanceof ScalarNode)) {
            fields.fault(HEADERS, node, "'" + name + "' is no name of a header");
        } else if (RESERVED.contains(lower) || RESERVED_PREFIXES.stream().anyMatch(lower::startsWith)) {
            fields.fault(HEADERS, node, name + " is set by Geowire itself");
        } else if (!seen.add(lower)) {
            fields.fault(HEADERS, node, name + " is there twice");
        } else {
            return Optional.of(name);
        }
        return Optional.empty();
    }

    private Optional<Secret> value(String name, Node node) {
        Optional<Secret> value = Optional.empty();
        if (node instanceof ScalarNode scalar) {
            value = Optional.of(new Secret(scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue()));
        } else if (node instanceof MappingNode mapping && mapping.getValue().size() == 1) {
            Optional<ScalarNode> variable = FieldNodes.scalar(mapping, "env");
            Optional<ScalarNode> file = FieldNodes.scalar(mapping, "file");
            if (variable.isPresent() || file.isPresent()) {
                value = variable.isPresent()
                        ? texts.variable(HEADERS, variable.get().getValue())
                        : texts.file(HEADERS, file.map(ScalarNode::getValue).orElseThrow());
                if (value.isEmpty()) {
                    return value;
                }
            }
        }
        if (value.isEmpty()) {
            fields.fault(HEADERS, node, name + " must be a text, {env: NAME} or {file: PATH}");
            return value;
        }
        String text = value.get().value();
        if (text.length() > MAX_VALUE) {
            fields.fault(
                    HEADERS,
                    node,
                    "the value of %s has %d characters; allowed are %d".formatted(name, text.length(), MAX_VALUE));
            return Optional.empty();
        }
        if (!VALUE.matcher(text).matches()) {
            fields.fault(
                    HEADERS,
                    node,
                    "the value of " + name
                            + (text.isEmpty()
                                    ? " is empty"
                                    : " has a character that is not allowed: only printable ASCII is"));
            return Optional.empty();
        }
        return value;
    }
}
