package io.geowire.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.kafka.common.KafkaException;

/** A registry over HTTP. */
final class HttpRegistryClient implements RegistryClient {
    private final RegistryHttp http;
    private final String normalize;

    HttpRegistryClient(RegistryConfig config) {
        http = new RegistryHttp(config);
        normalize = config.normalize() ? "?normalize=true" : "";
    }

    @Override
    public int register(String subject, Schema schema) {
        return id(http.post(path(subject) + "/versions" + normalize, document(schema)));
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return id(http.post(path(subject) + normalize, document(schema)));
    }

    @Override
    public Schema schemaById(int id) {
        return schema("schema " + id, http.get("/schemas/ids/" + id));
    }

    @Override
    public RegisteredSchema latest(String subject) {
        JsonNode answer = http.get(path(subject) + "/versions/latest");
        return new RegisteredSchema(id(answer), schema("the latest schema of subject '" + subject + "'", answer));
    }

    private static String path(String subject) {
        return "/subjects/" + URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static ObjectNode document(Schema schema) {
        return JsonNodeFactory.instance.objectNode().put("schema", schema.toString());
    }

    private static int id(JsonNode answer) {
        if (!answer.path("id").canConvertToInt()) {
            throw new KafkaException("the schema registry's answer has no id: is this a schema registry's URL?");
        }
        return answer.path("id").intValue();
    }

    private static Schema schema(String what, JsonNode answer) {
        String type = answer.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw new RegistryException(RegistryException.INVALID_SCHEMA, what + " is of type " + type + ", not AVRO");
        }
        if (!answer.path("references").isEmpty()) {
            throw new RegistryException(
                    RegistryException.INVALID_SCHEMA, what + " refers to other schemas, which is not supported");
        }
        try {
            return new Schema.Parser().parse(answer.path("schema").asText());
        } catch (AvroRuntimeException e) {
            throw new RegistryException(
                    RegistryException.INVALID_SCHEMA, what + " is not valid Avro: " + e.getMessage());
        }
    }
}
