package io.geowire.schemas.serde;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.util.Utf8;

/**
 * Avro's binary decoder, which believes no length that the remaining bytes cannot hold. Avro's own allocates what a length
 * says before it reads, up to 2 GB for a record of ten bytes.
 *
 * <p>An array or map may have at most as many items as there are bytes left, so arrays of items that take no bytes (null,
 * empty records) are refused; no contract has any.
 */
final class BoundedDecoder extends Decoder {
    private final byte[] bytes;
    private final BinaryDecoder in;

    BoundedDecoder(byte[] bytes, int offset) {
        this.bytes = bytes;
        this.in = DecoderFactory.get().binaryDecoder(bytes, offset, bytes.length - offset, null);
    }

    /** How many bytes are left to be read. */
    int remaining() throws IOException {
        return in.inputStream().available();
    }

    private int length() throws IOException {
        long length = in.readLong();
        int remaining = remaining();
        if (length < 0 || length > remaining) {
            throw new EOFException("length " + length + " where " + remaining + " bytes are left");
        }
        return (int) length;
    }

    private long items(long count) throws IOException {
        int remaining = remaining();
        if (count < 0 || count > remaining) {
            throw new EOFException(count + " items where " + remaining + " bytes are left");
        }
        return count;
    }

    private long blockOfItems() throws IOException {
        long count = in.readLong();
        if (count < 0) {
            in.readLong(); // The length of the block in bytes, for those who skip it.
            count = -count;
        }
        return items(count);
    }

    /** Skips blocks whose length in bytes is given, returns the number of items to be skipped one by one. */
    private long blockToSkip() throws IOException {
        long count = in.readLong();
        while (count < 0) {
            skipFixed(length());
            count = in.readLong();
        }
        return items(count);
    }

    @Override
    public void readNull() throws IOException {
        in.readNull();
    }

    @Override
    public boolean readBoolean() throws IOException {
        return in.readBoolean();
    }

    @Override
    public int readInt() throws IOException {
        return in.readInt();
    }

    @Override
    public long readLong() throws IOException {
        return in.readLong();
    }

    @Override
    public float readFloat() throws IOException {
        return in.readFloat();
    }

    @Override
    public double readDouble() throws IOException {
        return in.readDouble();
    }

    @Override
    public Utf8 readString(Utf8 old) throws IOException {
        byte[] text = new byte[length()];
        in.readFixed(text);
        return new Utf8(text);
    }

    @Override
    public String readString() throws IOException {
        int length = length();
        String text = new String(bytes, bytes.length - remaining(), length, StandardCharsets.UTF_8);
        in.skipFixed(length);
        return text;
    }

    @Override
    public void skipString() throws IOException {
        in.skipFixed(length());
    }

    @Override
    public ByteBuffer readBytes(ByteBuffer old) throws IOException {
        byte[] value = new byte[length()];
        in.readFixed(value);
        return ByteBuffer.wrap(value);
    }

    @Override
    public void skipBytes() throws IOException {
        in.skipFixed(length());
    }

    @Override
    public void readFixed(byte[] target, int start, int length) throws IOException {
        in.readFixed(target, start, length);
    }

    @Override
    public void skipFixed(int length) throws IOException {
        if (length > remaining()) {
            throw new EOFException("length " + length + " where " + remaining() + " bytes are left");
        }
        in.skipFixed(length);
    }

    @Override
    public int readEnum() throws IOException {
        return in.readEnum();
    }

    @Override
    public long readArrayStart() throws IOException {
        return blockOfItems();
    }

    @Override
    public long arrayNext() throws IOException {
        return blockOfItems();
    }

    @Override
    public long skipArray() throws IOException {
        return blockToSkip();
    }

    @Override
    public long readMapStart() throws IOException {
        return blockOfItems();
    }

    @Override
    public long mapNext() throws IOException {
        return blockOfItems();
    }

    @Override
    public long skipMap() throws IOException {
        return blockToSkip();
    }

    @Override
    public int readIndex() throws IOException {
        return in.readIndex();
    }
}
