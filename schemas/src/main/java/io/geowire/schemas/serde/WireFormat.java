package io.geowire.schemas.serde;

import java.nio.ByteBuffer;

/** The head of a record in Confluent's wire format: a zero byte and the id of the schema, big-endian. */
final class WireFormat {
    static final byte MAGIC = 0;
    static final int HEAD_LENGTH = 1 + Integer.BYTES;

    private WireFormat() {}

    static byte[] head(int schemaId) {
        return ByteBuffer.allocate(HEAD_LENGTH).put(MAGIC).putInt(schemaId).array();
    }

    static int schemaId(byte[] bytes) {
        if (bytes.length < HEAD_LENGTH) {
            throw new MalformedRecordException(
                    "record of " + bytes.length + " bytes is shorter than the head of " + HEAD_LENGTH);
        }
        if (bytes[0] != MAGIC) {
            throw new MalformedRecordException("record begins with byte " + bytes[0] + ", must be " + MAGIC);
        }
        return ByteBuffer.wrap(bytes).getInt(1);
    }
}
