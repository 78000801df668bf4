package io.geowire.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.geowire.ingest.push.PushServer.Reply;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The description that is served fits what is answered. */
class OpenApiTest {
    private final PushServer server = new PushServer(PushServer.DEFAULTS);
    private final JsonNode description = description();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void answersFitTheirDescription() {
        for (String body : new String[] {
            "{\"title\":\"One\"}",
            "[{\"title\":\"One\",\"publishedAt\":\"?\"},{\"title\":7},{\"uri\":\"u\",\"headline\":\"H\",\"pubstatus\":\"withheld\"}]",
            "[{\"title\":7},{\"title\": nope}]",
            "{\"title\":",
            "{\"id\":1}",
            "",
            "{\"title\":\"" + "x".repeat(200_000) + "\"}",
        }) {
            fits(server.post(body));
        }
        fits(server.post(new byte[9_000_000], "application/json"));
        fits(server.post(new byte[0], "text/plain"));
        fits(server.post(new byte[0], "application/json", "Content-Encoding", "br"));
        fits(server.send(server.request().POST(BodyPublishers.noBody())));
        try (PushServer open = new PushServer(PushConfig.of(Optional.empty()))) {
            fits(open.send(open.request().header("Origin", "https://x.example").POST(BodyPublishers.noBody())));
        }
        try (PushServer broken =
                new PushServer(PushServer.DEFAULTS, new FailingProducer(new TimeoutException("no broker")))) {
            fits(broken.post("{\"title\":\"One\"}"));
        }
        server.closeSource();
        fits(server.post("{\"title\":\"One\"}"));
    }

    @Test
    void examplesAreTaken() {
        JsonNode content = description.at("/paths/~1v1~1articles/post/requestBody/content");

        assertThat(server.post(content.at("/application~1json/examples/article/value")
                                .toString())
                        .status())
                .isEqualTo(202);
        Reply lines = server.postLines(
                content.at("/application~1x-ndjson/examples/lines/value").asText());
        assertThat(lines.json().get("accepted").asInt()).isEqualTo(2);
    }

    @Test
    void limitsAreThoseOfTheCode() {
        assertThat(description
                        .at("/paths/~1v1~1articles/post/requestBody/description")
                        .asText())
                .isEqualTo(String.format(
                        Locale.ROOT,
                        "At most %,d bytes, as it comes and unpacked, and %,d items, unless the server is set otherwise.",
                        PushConfig.DEFAULT_MAX_BYTES,
                        PushConfig.DEFAULT_MAX_ITEMS));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        TreeSet<String> references = new TreeSet<>(description.findValuesAsText("$ref"));

        assertThat(references).isNotEmpty();
        assertThat(references)
                .allMatch(reference -> description.at(reference.substring(1)).isObject());
    }

    private void fits(Reply reply) {
        JsonNode response = description.at("/paths/~1v1~1articles/post/responses/" + reply.status());
        assertThat(response.isObject())
                .as("status %s is described", reply.status())
                .isTrue();
        JsonNode schema =
                response.get("content").get(reply.header("Content-Type")).get("schema");
        assertThat(schema(schema).validate(reply.json())).as(reply.text()).isEmpty();
        response.path("headers").fieldNames().forEachRemaining(name -> {
            if (!name.startsWith("Accept-")) {
                assertThat(reply.header(name)).as(name).isNotEmpty();
            }
        });
    }

    private JsonSchema schema(JsonNode reference) {
        ObjectNode schema = reference.deepCopy();
        schema.set("components", description.get("components"));
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
    }

    private JsonNode description() {
        Reply reply = server.send(HttpRequest.newBuilder(URI.create(server.endpoint.url() + "/v1/openapi.yaml")));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/yaml");
        Map<String, Object> yaml = new Yaml().load(reply.text());
        return new ObjectMapper().valueToTree(yaml);
    }
}
