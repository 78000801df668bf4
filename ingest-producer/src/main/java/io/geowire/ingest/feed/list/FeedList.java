package io.geowire.ingest.feed.list;

import io.geowire.ingest.feed.Feed;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A list of feeds, in YAML or OPML, read and checked: every fault is found at once.
 *
 * @param feeds those without fault
 * @param faults in order of the list; only one without any may be used
 */
public record FeedList(List<Feed> feeds, List<FeedListFault> faults) {
    public static final int MAX_BYTES = 8_000_000;
    public static final int MAX_FEEDS = 10_000;

    public FeedList {
        feeds = List.copyOf(feeds);
        faults = List.copyOf(faults);
    }

    /**
     * Reads the content of a file.
     *
     * @param name for messages
     * @param variables values of environment variables by name, null for one that is not set; headers may name them
     */
    public static FeedList parse(String name, byte[] content, UnaryOperator<@Nullable String> variables) {
        Faults faults = new Faults(name);
        String text = decode(content, faults);
        List<Feed> feeds = text == null ? List.of() : feeds(text, variables, faults);
        return new FeedList(feeds, faults.inOrder());
    }

    private static List<Feed> feeds(String text, UnaryOperator<@Nullable String> variables, Faults faults) {
        return text.stripLeading().startsWith("<")
                ? new OpmlReader(faults).feeds(text)
                : new YamlReader(faults, variables).feeds(text);
    }

    static @Nullable String decode(byte[] content, Faults faults) {
        if (content.length > MAX_BYTES) {
            faults.add(1, 0, null, "the list has more than %,d bytes".formatted(MAX_BYTES));
            return null;
        }
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer text = CharBuffer.allocate(content.length);
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = utf8.decode(bytes, text, true);
        text.flip();
        if (result.isError()) {
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            faults.add(line, 0, null, "not UTF-8: byte %d of the file".formatted(bytes.position() + 1));
            return null;
        }
        String decoded = text.toString();
        return decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
    }
}
