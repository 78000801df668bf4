package io.geowire.ingest.push;

import com.sun.net.httpserver.HttpExchange;
import io.geowire.service.GzipMembers;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipException;

/** Reads the body of a request, as UTF-8, no further than its limits. */
final class RequestBody {
    private static final int BUFFER = 1 << 16;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final BodyFormat format;
    private final int maxBytes;
    private final InFlight.Share share;

    /** @param share grows with what is read */
    RequestBody(BodyFormat format, int maxBytes, InFlight.Share share) {
        this.format = format;
        this.maxBytes = maxBytes;
        this.share = share;
    }

    /**
     * Reads it to its end.
     *
     * @throws ProblemException if it is too large or not what its headers say, or there is no room for it
     * @throws IOException if the caller breaks off
     */
    byte[] read(HttpExchange exchange) throws IOException {
        long declared = declaredLength(exchange);
        if (declared > maxBytes) {
            throw tooLarge();
        }
        InputStream raw = new Raw(exchange.getRequestBody(), declared);
        byte[] bytes;
        try {
            bytes = readAll(format.gzip() ? GzipMembers.unpack(raw) : raw);
        } catch (ZipException | EOFException e) {
            throw new ProblemException(400, "the body is not what Content-Encoding says: " + e.getMessage());
        }
        return utf8(bytes);
    }

    private static long declaredLength(HttpExchange exchange) {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        // The server has refused what is no number by now.
        return length == null ? -1 : Long.parseLong(length.strip());
    }

    private byte[] readAll(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (bytes.size() + read > maxBytes) {
                throw tooLarge();
            }
            if (!share.grow(read)) {
                throw new ProblemException(
                        429, "too many bytes are under way; try again later", Map.of("Retry-After", "1"));
            }
            bytes.write(buffer, 0, read);
        }
        return bytes.toByteArray();
    }

    private byte[] utf8(byte[] bytes) {
        if (format.charset().equals(StandardCharsets.UTF_8)) {
            return startsWithMark(bytes) ? Arrays.copyOfRange(bytes, MARK.length, bytes.length) : bytes;
        }
        try {
            return format.charset()
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new ProblemException(
                    400, "the body is not " + format.charset().name());
        }
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= MARK.length && Arrays.equals(MARK, Arrays.copyOf(bytes, MARK.length));
    }

    private ProblemException tooLarge() {
        return new ProblemException(
                413,
                String.format(Locale.ROOT, "a body of more than %,d bytes", maxBytes),
                Map.of("Connection", "close"));
    }

    /** The body as it comes: bounded, so that gzip which unpacks to nothing ends as well, and whole. */
    private final class Raw extends FilterInputStream {
        private final long declared;
        private long count;

        Raw(InputStream in, long declared) {
            super(in);
            this.declared = declared;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = in.read(target, offset, length);
            if (read < 0 && count < declared) {
                throw new IOException("the connection was closed before the body had come");
            }
            count += Math.max(0, read);
            if (count > maxBytes) {
                throw tooLarge();
            }
            return read;
        }
    }
}
