package io.geowire.ingest.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.geowire.ingest.item.ItemFaultException;
import io.geowire.ingest.item.RawDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Typed access to the fields of a JSON object. A {@code null} is an absent field; a wrong type is a fault that names the
 * field.
 */
final class Fields {
    private final JsonNode object;

    private Fields(JsonNode object) {
        this.object = object;
    }

    static Fields of(JsonNode object) {
        return new Fields(object);
    }

    /** What a value is, in JSON's words. */
    static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a Boolean";
            default -> "null";
        };
    }

    boolean has(String name) {
        return object.hasNonNull(name);
    }

    @Nullable
    String text(String name) throws ItemFaultException {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw wrongType(name, "a string", value);
        }
        return value.textValue();
    }

    /** A string, or a number as it is written. */
    @Nullable
    String textOrNumber(String name) throws ItemFaultException {
        JsonNode value = object.get(name);
        return value != null && value.isNumber() ? value.asText() : text(name, "a string or a number");
    }

    @Nullable
    RawDate date(String name) throws ItemFaultException {
        JsonNode value = object.get(name);
        if (value != null && value.isNumber()) {
            return RawDate.number(value.asText());
        }
        String text = text(name, "a string or a number");
        return text == null || text.isBlank() ? null : RawDate.text(text);
    }

    /** The objects of an array; none if the field is absent. */
    List<Fields> objects(String name) throws ItemFaultException {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrongType(name, "an array", value);
        }
        List<Fields> objects = new ArrayList<>();
        for (JsonNode element : value) {
            if (!element.isObject()) {
                throw wrongType(name, "an array of objects", element);
            }
            objects.add(new Fields(element));
        }
        return objects;
    }

    /** The first field in the object's order whose name begins so and whose value is a string. */
    Optional<String> firstTextWithPrefix(String prefix) {
        return object.properties().stream()
                .filter(field ->
                        field.getKey().startsWith(prefix) && field.getValue().isTextual())
                .map(Map.Entry::getValue)
                .map(JsonNode::textValue)
                .findFirst();
    }

    private @Nullable String text(String name, String allowed) throws ItemFaultException {
        JsonNode value = object.get(name);
        if (value != null && !value.isNull() && !value.isTextual()) {
            throw wrongType(name, allowed, value);
        }
        return text(name);
    }

    private static ItemFaultException wrongType(String name, String allowed, JsonNode value) {
        return new ItemFaultException("%s: %s is needed, this is %s".formatted(name, allowed, kind(value)));
    }
}
