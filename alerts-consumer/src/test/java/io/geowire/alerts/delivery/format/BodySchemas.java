package io.geowire.alerts.delivery.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.geowire.alerts.delivery.Format;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** The JSON Schema of each format's body: Geowire's own as it ships, the vendors' as far as they are used. */
final class BodySchemas {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ALERT_DATA = "alert-data";
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder -> builder.schemaLoaders(
                    loaders -> loaders.schemas(Map.of("urn:geowire:alert-data:1", text(ALERT_DATA)))));
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private BodySchemas() {}

    /** What is wrong with a body; of a CloudEvent only the data are looked at. */
    static Set<ValidationMessage> faults(Format format, JsonNode body) {
        return format == Format.CLOUDEVENTS
                ? schema(ALERT_DATA).validate(body.get("data"))
                : schema(format.toString()).validate(body);
    }

    static JsonNode alertData() {
        return read(text(ALERT_DATA));
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonSchema schema(String name) {
        return FACTORY.getSchema(text(name), STRICT);
    }

    private static String text(String name) {
        String resource = "/io/geowire/alerts/delivery/" + name + ".schema.json";
        try (InputStream in = BodySchemas.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
