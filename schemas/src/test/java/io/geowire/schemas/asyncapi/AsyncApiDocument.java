package io.geowire.schemas.asyncapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.geowire.schemas.Contracts;
import io.geowire.schemas.catalogue.TopicCatalogue;
import io.geowire.schemas.catalogue.TopicSpec;
import io.geowire.schemas.catalogue.Topics;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** The AsyncAPI 3.0 document: what the catalogue and the Avro contracts say, in the form that tools for event APIs read. */
final class AsyncApiDocument {
    private static final String HEAD =
            "# Made of the catalogue of topics and the Avro schemas; a test compares. Do not edit:\n"
                    + "# mvn test -pl schemas -Dtest=AsyncApiTest -Dasyncapi.write=true\n";
    private static final String AVRO = "application/vnd.apache.avro;version=1.9.0";
    private static final String BINDING_VERSION = "0.5.0";

    /** Those that other programs write to as well. */
    private static final Set<String> OPEN = Set.of(Topics.ARTICLES, Topics.WATCHES);

    private static final String ARRIVAL = "geowire-arrival";
    private static final Set<String> WITH_ARRIVAL = Set.of(Topics.ENRICHED, Topics.ALERTS);

    private final ObjectMapper json = new ObjectMapper();

    /** The document as YAML. */
    static String of(TopicCatalogue catalogue) {
        AsyncApiDocument document = new AsyncApiDocument();
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .build();
        try {
            return HEAD + yaml.writeValueAsString(document.tree(catalogue));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ObjectNode tree(TopicCatalogue catalogue) {
        ObjectNode root = json.createObjectNode().put("asyncapi", "3.0.0");
        root.putObject("info")
                .put("title", "Geowire")
                .put("version", "1")
                .put(
                        "description",
                        "News articles, what they are about and which belong together, and alerts on watched subjects. Keys are"
                                + " UTF-8 text. Values are Avro in Confluent's wire format: a zero byte, the id of the schema in the"
                                + " registry in four bytes, then the record. Read with isolation.level=read_committed.")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        root.put("defaultContentType", "application/vnd.apache.avro");
        root.putObject("servers")
                .putObject("local")
                .put("host", "127.0.0.1:9092")
                .put("protocol", "kafka")
                .put("description", "./geowire run --follow --kafka-port 9092 --registry-port 8081")
                .putObject("bindings")
                .putObject("kafka")
                .put("schemaRegistryUrl", "http://127.0.0.1:8081")
                .put("schemaRegistryVendor", "confluent")
                .put("bindingVersion", BINDING_VERSION);
        ObjectNode channels = root.putObject("channels");
        ObjectNode operations = root.putObject("operations");
        ObjectNode messages = root.putObject("components").putObject("messages");
        for (TopicSpec topic : catalogue.topics()) {
            channels.set(topic.name(), channel(topic));
            operation(operations, "send", topic);
            if (OPEN.contains(topic.name())) {
                operation(operations, "receive", topic);
            }
            messages.set(message(topic), message(topic, schema(topic)));
        }
        return root;
    }

    private ObjectNode channel(TopicSpec topic) {
        ObjectNode channel =
                json.createObjectNode().put("address", topic.name()).put("description", topic.doc());
        channel.putObject("messages").putObject(message(topic)).put("$ref", "#/components/messages/" + message(topic));
        ObjectNode binding = channel.putObject("bindings")
                .putObject("kafka")
                .put("topic", topic.name())
                .put("partitions", topic.partitions());
        ObjectNode settings = binding.putObject("topicConfiguration");
        new TreeMap<>(topic.config()).forEach((key, value) -> setting(settings, key, value));
        binding.put("bindingVersion", BINDING_VERSION);
        return channel;
    }

    /** Those that the binding does not know are left out: its schema allows no others. */
    private static void setting(ObjectNode settings, String key, String value) {
        switch (key) {
            case "cleanup.policy" -> {
                ArrayNode policies = settings.putArray(key);
                Arrays.stream(value.split(",")).forEach(policies::add);
            }
            case "retention.ms", "delete.retention.ms", "max.message.bytes" -> settings.put(key, Long.parseLong(value));
            default -> {}
        }
    }

    private static void operation(ObjectNode operations, String action, TopicSpec topic) {
        ObjectNode operation = operations
                .putObject(action + "-" + topic.name())
                .put("action", action)
                .put("summary", summary(action, topic));
        operation.putObject("channel").put("$ref", "#/channels/" + topic.name());
        operation
                .putArray("messages")
                .addObject()
                .put("$ref", "#/channels/" + topic.name() + "/messages/" + message(topic));
    }

    private static String summary(String action, TopicSpec topic) {
        return action.equals("send")
                ? "Subscribe: written by %s.".formatted(topic.owner())
                : "Publish: read by Geowire, whoever wrote it.";
    }

    private ObjectNode message(TopicSpec topic, Schema schema) {
        ObjectNode message = json.createObjectNode()
                .put("name", schema.getFullName())
                .put("title", schema.getName())
                .put("summary", schema.getDoc())
                .put("contentType", "application/vnd.apache.avro");
        if (WITH_ARRIVAL.contains(topic.name())) {
            ObjectNode headers = message.putObject("headers").put("type", "object");
            headers.putObject("properties")
                    .putObject(ARRIVAL)
                    .put("type", "string")
                    .put("pattern", "^[0-9]{1,15}$")
                    .put(
                            "description",
                            "When the article that caused this record came into news.articles.v1: milliseconds since 1970.");
        }
        ObjectNode payload = message.putObject("payload").put("schemaFormat", AVRO);
        try {
            payload.set("schema", json.readTree(schema.toString()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        ObjectNode binding = message.putObject("bindings").putObject("kafka");
        binding.putObject("key").put("type", "string").put("description", topic.key());
        binding.put("schemaIdLocation", "payload")
                .put("schemaIdPayloadEncoding", "4")
                .put("schemaLookupStrategy", "TopicNameStrategy")
                .put("bindingVersion", BINDING_VERSION);
        return message;
    }

    /** A topic has a message of its own: dead letters of three topics have keys of different kinds. */
    private static String message(TopicSpec topic) {
        return topic.name();
    }

    private static Schema schema(TopicSpec topic) {
        try {
            return Contracts.published(SpecificData.get().getSchema(Class.forName(topic.value())));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(topic.name() + ": no class for its value", e);
        }
    }
}
