package io.geowire.standalone.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/**
 * A request, decoded.
 *
 * @param path the variable parts of the path by name
 * @param query the first value of each query parameter
 * @param body empty if there is none
 */
record Request(Map<String, String> path, Map<String, String> query, String body) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** A part of the path that the route names. */
    String part(String name) {
        String part = path.get(name);
        if (part == null) {
            throw new IllegalArgumentException("the route has no part " + name);
        }
        return part;
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(query.get(name));
    }

    /** @throws RegistryFault if the body is no JSON object */
    JsonNode json() {
        try {
            JsonNode json = JSON.readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            throw RegistryFault.http(400, "the body is not JSON: " + RegistryFault.describe(e));
        }
        throw RegistryFault.http(400, "the body is no JSON object");
    }
}
