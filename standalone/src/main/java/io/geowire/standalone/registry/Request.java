package io.geowire.standalone.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * A request, decoded.
 *
 * @param path the variable parts of the path by name
 * @param query the first value of each query parameter
 */
record Request(Map<String, String> path, Map<String, String> query, byte[] body) {
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
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            throw RegistryFault.http(400, "the body is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw RegistryFault.http(400, "the body is no JSON object");
    }
}
