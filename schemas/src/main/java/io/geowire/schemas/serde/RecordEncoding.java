package io.geowire.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Writes records of one generated class in Avro's binary encoding. Many threads may use one. */
@FunctionalInterface
interface RecordEncoding {
    void write(SpecificRecord value, OutputStream out) throws IOException;

    /** Writes with the class's own schema. */
    static RecordEncoding own(Class<? extends SpecificRecord> type, Schema schema) {
        DatumWriter<SpecificRecord> writer = new SpecificDatumWriter<>(schema, SpecificData.getForClass(type));
        return (value, out) -> encode(writer, value, out);
    }

    /**
     * Writes with another schema. The writer of generated classes takes fields by their place, which differs, so the
     * record goes through its own schema and is read with the other, which finds fields by name.
     */
    static RecordEncoding converted(RecordEncoding own, Schema from, Schema to) {
        GenericData data = new GenericData();
        GenericDatumReader<GenericRecord> reader = new GenericDatumReader<>(from, to, data);
        DatumWriter<GenericRecord> writer = new GenericDatumWriter<>(to, data);
        return (value, out) -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            own.write(value, bytes);
            GenericRecord converted = reader.read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
            encode(writer, converted, out);
        };
    }

    private static <T> void encode(DatumWriter<T> writer, T value, OutputStream out) throws IOException {
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        writer.write(value, encoder);
        encoder.flush();
    }
}
