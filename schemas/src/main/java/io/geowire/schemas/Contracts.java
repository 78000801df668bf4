package io.geowire.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/** The contracts as the world sees them. */
public final class Contracts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JAVA_STRING = "avro.java.string";

    private Contracts() {}

    /**
     * The schema of a generated class as it is registered: whole in itself and without {@code avro.java.string}, which
     * the code generator adds for Java alone.
     */
    public static Schema published(Schema generated) {
        try {
            JsonNode tree = JSON.readTree(generated.toString());
            for (JsonNode string : tree.findParents(JAVA_STRING)) {
                ((ObjectNode) string).remove(JAVA_STRING);
            }
            return new Schema.Parser().parse(tree.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the schema of " + generated.getFullName() + " is not JSON", e);
        }
    }
}
