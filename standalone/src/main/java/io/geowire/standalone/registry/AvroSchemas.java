package io.geowire.standalone.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Set;
import org.apache.avro.Schema;

/** Reads Avro schemas that others wrote. */
final class AvroSchemas {
    /** Comparing two unions takes the square of it, and each type that names another one deepens the recursion. */
    static final int MAX_NAMED_TYPES = 250;

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> NAMED_TYPES = Set.of("record", "error", "enum", "fixed");

    private AvroSchemas() {}

    /** @throws RegistryFault if the text is no Avro schema or has too many types */
    static Schema parse(String text) {
        if (text.isBlank()) {
            throw RegistryFault.invalidSchema("invalid Avro schema: it is empty");
        }
        if (namedTypes(json(text)) > MAX_NAMED_TYPES) {
            throw RegistryFault.invalidSchema("the schema defines more than %d named types".formatted(MAX_NAMED_TYPES));
        }
        try {
            return new Schema.Parser().parse(text);
        } catch (NullPointerException e) {
            // This is how Avro's parser answers {"type": "recrod"}.
            throw RegistryFault.invalidSchema("invalid Avro schema: it names a type that nothing defines");
        } catch (RuntimeException e) {
            // It throws many more kinds.
            throw RegistryFault.invalidSchema("invalid Avro schema: " + e.getMessage());
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw RegistryFault.invalidSchema("invalid Avro schema: it is not JSON: " + RegistryFault.describe(e));
        }
    }

    private static int namedTypes(JsonNode node) {
        int count = NAMED_TYPES.contains(node.path("type").asText()) ? 1 : 0;
        for (JsonNode child : node) {
            count += namedTypes(child);
        }
        return count;
    }
}
