package io.geowire.enrichment.topology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;

/** Composite store keys as bytes that sort as their parts do: text, zero byte, time, text. */
final class Keys {
    private Keys() {}

    /** First key of a prefix and a time. */
    static Bytes first(String prefix, long time) {
        return of(prefix, time, new byte[0]);
    }

    /** The key behind the last of a prefix and a time. */
    static Bytes behind(String prefix, long time) {
        return time == Long.MAX_VALUE ? Bytes.increment(first(prefix, time)) : first(prefix, time + 1);
    }

    static Bytes of(String prefix, Instant time, String id) {
        return of(prefix, time.toEpochMilli(), id.getBytes(StandardCharsets.UTF_8));
    }

    static Bytes of(String prefix, long time, byte[] id) {
        byte[] text = prefix.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(text.length + 1 + Long.BYTES + id.length)
                .put(text)
                .put((byte) 0)
                .putLong(time ^ Long.MIN_VALUE)
                .put(id)
                .array());
    }

    /** The id at the end of a key. */
    static String id(Bytes key, String prefix) {
        int from = prefix.getBytes(StandardCharsets.UTF_8).length + 1 + Long.BYTES;
        return new String(key.get(), from, key.get().length - from, StandardCharsets.UTF_8);
    }
}
