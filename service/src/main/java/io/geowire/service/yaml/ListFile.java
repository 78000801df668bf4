package io.geowire.service.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A file of one list in YAML, read and checked: every fault is found at once.
 *
 * @param entries those without fault
 * @param faults in order of the file; only a file without any may be used
 */
public record ListFile<T>(List<T> entries, List<Fault> faults) {
    /** How large a file may be. */
    public static final int MAX_BYTES = 4_000_000;

    public ListFile {
        entries = List.copyOf(entries);
        faults = List.copyOf(faults);
    }

    /**
     * Reads the content of a file.
     *
     * @param name for messages
     */
    public static <T> ListFile<T> parse(String name, byte[] content, ListLayout layout, EntryReader<T> entryReader) {
        Faults faults = new Faults(name);
        List<T> entries = decode(content, faults)
                .map(text -> entries(text, layout, entryReader, faults))
                .orElse(List.of());
        return new ListFile<>(entries, faults.inOrder());
    }

    /** The text of a file, without byte order mark; empty if it is not UTF-8, which is a fault. */
    public static Optional<String> decode(byte[] content, Faults faults) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer text = CharBuffer.allocate(content.length);
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = utf8.decode(bytes, text, true);
        text.flip();
        if (result.isError()) {
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            faults.add(line, null, null, "not UTF-8: byte %d of the file".formatted(bytes.position() + 1));
            return Optional.empty();
        }
        String decoded = text.toString();
        return Optional.of(decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded);
    }

    /** The entries of a text that are without fault. */
    public static <T> List<T> entries(String text, ListLayout layout, EntryReader<T> entryReader, Faults faults) {
        return list(text, layout, faults)
                .map(new ListReader<>(layout, entryReader, faults)::entries)
                .orElse(List.of());
    }

    /** What stands below the key of the list; empty if nothing does, which is a fault. */
    public static Optional<Node> list(String text, ListLayout layout, Faults faults) {
        return YamlRoot.of(text, "a file of " + layout.key(), layout.empty(), faults)
                .flatMap(root -> Optional.ofNullable(below(root, layout, faults)));
    }

    private static @Nullable Node below(Node root, ListLayout layout, Faults faults) {
        if (!(root instanceof MappingNode top)) {
            faults.add(root, null, null, "the file must begin with '" + layout.key() + ":' and a list below it");
            return null;
        }
        Node list = null;
        for (NodeTuple tuple : top.getValue()) {
            Node at = tuple.getKeyNode();
            String key = at instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (!key.equals(layout.key())) {
                String hint = Suggestion.among(List.of(layout.key()), key);
                faults.add(at, null, null, "unknown key '" + key + "'" + hint);
            } else if (list != null) {
                faults.add(at, null, null, "'" + key + "' is there twice");
            } else {
                list = tuple.getValueNode();
            }
        }
        if (list == null) {
            faults.add(root, null, null, "'" + layout.key() + "' is missing");
        }
        return list;
    }
}
