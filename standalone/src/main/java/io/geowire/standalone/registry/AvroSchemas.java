package io.geowire.standalone.registry;

import org.apache.avro.Schema;

/** Reads Avro schemas that others wrote. */
final class AvroSchemas {
    private AvroSchemas() {}

    /** @throws RegistryFault if the text is no Avro schema */
    static Schema parse(String text) {
        try {
            return new Schema.Parser().parse(text);
        } catch (RuntimeException e) {
            // Avro's parser throws many kinds: an unknown type, for one, is a NullPointerException.
            throw RegistryFault.invalidSchema("invalid Avro schema: " + e.getMessage());
        }
    }
}
