package io.geowire.schemas.serde;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/** The schemas of generated classes as the world sees them. */
final class Contracts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JAVA_STRING = "avro.java.string";

    private Contracts() {}

    /** The schema without {@code avro.java.string}, which the code generator adds for Java alone. */
    static Schema published(Schema schema) {
        try {
            JsonNode tree = JSON.readTree(schema.toString());
            for (JsonNode string : tree.findParents(JAVA_STRING)) {
                ((ObjectNode) string).remove(JAVA_STRING);
            }
            return new Schema.Parser().parse(tree.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("schema is not JSON: " + schema.getFullName(), e);
        }
    }
}
