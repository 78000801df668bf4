package io.geowire.ingest.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes as UTF-8 text. */
public final class Utf8 {
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    /** The text, with U+FFFD for what is not UTF-8. */
    public static String decode(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** What is not UTF-8 in these bytes, as a reason; null if all is. {@code text} is {@link #decode} of them. */
    public static @Nullable String fault(byte[] bytes, String text) {
        if (text.indexOf(REPLACEMENT) < 0) {
            return null;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        return result.isError()
                ? "byte 0x%02X at character %d is not UTF-8".formatted(bytes[in.position()] & 0xFF, out.position() + 1)
                : null;
    }
}
