package io.geowire.ingest.feed.list;

import io.geowire.ingest.feed.Feed;
import io.geowire.service.yaml.Faults;
import io.geowire.service.yaml.ListFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Adds feeds to a list in YAML. All else in it stays as it is, comments and order included. */
public final class FeedListEditor {
    private FeedListEditor() {}

    /** An edit cannot be made; the message is the reason, in one line. */
    public static final class EditException extends Exception {
        private static final long serialVersionUID = 1L;

        EditException(String reason) {
            super(reason);
        }
    }

    /**
     * The list with a feed added at its end.
     *
     * @param content of the file; empty for a new one
     * @param source who its articles are from; null for what the feed calls itself
     * @throws EditException if the list is not YAML, has the feed already, or has a shape that cannot be added to
     */
    public static String add(String content, URI url, @Nullable String source, boolean allowPrivate)
            throws EditException {
        String separator = content.contains("\r\n") ? "\r\n" : "\n";
        boolean blank = content.lines()
                .allMatch(line -> line.isBlank() || line.stripLeading().startsWith("#"));
        String edited = blank
                ? content + (content.isEmpty() || content.endsWith("\n") ? "" : separator) + "feeds:" + separator
                        + block("  ", url, source, allowPrivate, separator)
                : insert(content, separator, url, source, allowPrivate);
        FeedList before = blank ? new FeedList(List.of(), List.of()) : parse(content);
        if (before.feeds().stream().anyMatch(feed -> feed.url().equals(url))) {
            throw new EditException("has the feed already");
        }
        FeedList after = parse(edited);
        boolean added = after.feeds().size() == before.feeds().size() + 1
                && after.feeds().stream().map(Feed::url).anyMatch(url::equals);
        if (!added || after.faults().size() > before.faults().size()) {
            throw new EditException("has a shape that cannot be added to; write '- url: " + url + "' below 'feeds:'");
        }
        return edited;
    }

    private static FeedList parse(String content) {
        return FeedList.parse("", content.getBytes(StandardCharsets.UTF_8), name -> "");
    }

    private static String insert(
            String content, String separator, URI url, @Nullable String source, boolean allowPrivate)
            throws EditException {
        Node list = ListFile.list(content, FeedList.LAYOUT, new Faults(""))
                .orElseThrow(() -> new EditException("is not a list of feeds in YAML"));
        if (!(list instanceof SequenceNode sequence)) {
            return insertAt(
                    content,
                    endOfLine(content, list.getStartMark().getIndex()),
                    separator,
                    block("  ", url, source, allowPrivate, separator));
        }
        if (sequence.getFlowStyle() == FlowStyle.FLOW) {
            int close = sequence.getEndMark().getIndex() - 1;
            int at = close;
            while (Character.isWhitespace(codeUnit(content, at - 1))) {
                at--;
            }
            boolean comma = !sequence.getValue().isEmpty() && codeUnit(content, at - 1) != ',';
            int from = content.offsetByCodePoints(0, at);
            return content.substring(0, from)
                    + (comma ? ", " : sequence.getValue().isEmpty() ? "" : " ")
                    + flow(url, source, allowPrivate)
                    + content.substring(from);
        }
        Node last = sequence.getValue().get(sequence.getValue().size() - 1);
        String indent = " ".repeat(sequence.getStartMark().getColumn());
        return insertAt(
                content,
                endOfLine(content, lastIndex(last)),
                separator,
                block(indent, url, source, allowPrivate, separator));
    }

    private static String insertAt(String content, int at, String separator, String block) {
        String before = content.substring(0, at);
        return before + (before.isEmpty() || before.endsWith("\n") ? "" : separator) + block + content.substring(at);
    }

    /** Index of a code point of the last scalar in a node: a block's own end lies behind the comments below it. */
    private static int lastIndex(Node node) {
        if (node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.FLOW) {
            return node.getEndMark().getIndex() - 1;
        }
        if (node instanceof MappingNode mapping && !mapping.getValue().isEmpty()) {
            NodeTuple tuple = mapping.getValue().get(mapping.getValue().size() - 1);
            return lastIndex(tuple.getValueNode());
        }
        if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
            return lastIndex(sequence.getValue().get(sequence.getValue().size() - 1));
        }
        return Math.max(node.getStartMark().getIndex(), node.getEndMark().getIndex() - 1);
    }

    /** Behind the line feed of the line in which a code point stands. */
    private static int endOfLine(String content, int codePoint) {
        int from = content.offsetByCodePoints(0, Math.min(codePoint, content.codePointCount(0, content.length())));
        int end = content.indexOf('\n', from);
        return end < 0 ? content.length() : end + 1;
    }

    private static int codeUnit(String content, int codePoint) {
        return content.codePointAt(content.offsetByCodePoints(0, codePoint));
    }

    private static String block(
            String indent, URI url, @Nullable String source, boolean allowPrivate, String separator) {
        StringBuilder block = new StringBuilder(indent)
                .append("- url: ")
                .append(quoted(url.toString()))
                .append(separator);
        if (source != null) {
            block.append(indent).append("  source: ").append(quoted(source)).append(separator);
        }
        if (allowPrivate) {
            block.append(indent).append("  allowPrivate: true").append(separator);
        }
        return block.toString();
    }

    private static String flow(URI url, @Nullable String source, boolean allowPrivate) {
        return "{url: " + quoted(url.toString())
                + (source == null ? "" : ", source: " + quoted(source))
                + (allowPrivate ? ", allowPrivate: true" : "")
                + "}";
    }

    /** A double-quoted scalar on one line. */
    private static String quoted(String text) {
        return "\"" + text.replaceAll("\\p{Cntrl}+", " ").replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
