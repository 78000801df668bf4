package io.geowire.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpRegistryClientTest {
    private static final Schema SCHEMA =
            SchemaBuilder.record("Item").fields().requiredInt("n").endRecord();
    private static final String SCHEMA_ANSWER = """
            {"schema":"{\\"type\\":\\"record\\",\\"name\\":\\"Item\\",\\"fields\\":[{\\"name\\":\\"n\\",\\"type\\":\\"int\\"}]}"}""";

    private final Map<String, Object> config = new HashMap<>();
    private StubRegistry registry;

    @BeforeEach
    void start() throws Exception {
        registry = new StubRegistry();
        config.put("schema.registry.url", registry.url());
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    private RegistryClient client() {
        return RegistryClients.of(config);
    }

    @Test
    void registersASchemaUnderItsSubject() throws Exception {
        registry.answer(200, "{\"id\":7}");

        int id = client().register("news.articles.v1-value", SCHEMA);

        StubRegistry.Request request = registry.requests().get(0);
        assertThat(id).isEqualTo(7);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.uri()).isEqualTo("/subjects/news.articles.v1-value/versions");
        assertThat(request.header("Content-Type")).isEqualTo("application/vnd.schemaregistry.v1+json");
        assertThat(request.header("Accept")).startsWith("application/vnd.schemaregistry.v1+json");
        assertThat(request.header("Authorization")).isNull();
        assertThat(new ObjectMapper().readTree(request.body()).get("schema").textValue())
                .isEqualTo(SCHEMA.toString());
    }

    @Test
    void looksUpTheIdOfASchema() {
        registry.answer(200, "{\"subject\":\"s\",\"id\":8,\"version\":1,\"schema\":\"\\\"int\\\"\"}");

        assertThat(client().idOf("s", SCHEMA)).isEqualTo(8);
        assertThat(registry.requests().get(0).uri()).isEqualTo("/subjects/s");
    }

    @Test
    void readsASchemaByItsId() {
        registry.answer(200, SCHEMA_ANSWER);

        assertThat(client().schemaById(9)).isEqualTo(SCHEMA);
        assertThat(registry.requests().get(0).uri()).isEqualTo("/schemas/ids/9");
    }

    @Test
    void readsTheLatestSchemaOfASubject() {
        registry.answer(200, "{\"subject\":\"s\",\"id\":3,\"version\":2,\"schema\":\"\\\"int\\\"\"}");

        assertThat(client().latest("s")).isEqualTo(new RegisteredSchema(3, Schema.create(Schema.Type.INT)));
        assertThat(registry.requests().get(0).uri()).isEqualTo("/subjects/s/versions/latest");
    }

    @Test
    void asksToNormalizeIfToldSo() {
        config.put("normalize.schemas", "true");
        registry.answer(200, "{\"id\":1}").answer(200, "{\"id\":1}");

        client().register("s", SCHEMA);
        client().idOf("s", SCHEMA);

        assertThat(registry.requests())
                .extracting(StubRegistry.Request::uri)
                .containsExactly("/subjects/s/versions?normalize=true", "/subjects/s?normalize=true");
    }

    @Test
    void keepsThePathOfTheUrlAndEncodesTheSubject() {
        config.put("schema.registry.url", registry.url() + "/apis/ccompat/v7/");
        registry.answer(200, "{\"id\":1}");

        client().register("a/b c?ü-value", SCHEMA);

        assertThat(registry.requests().get(0).uri())
                .isEqualTo("/apis/ccompat/v7/subjects/a%2Fb%20c%3F%C3%BC-value/versions");
    }

    @Test
    void asksOnceForWhatNeverChanges() {
        registry.answer(200, SCHEMA_ANSWER).answer(200, "{\"id\":1}").answer(200, "{\"id\":1}");
        RegistryClient client = client();

        for (int i = 0; i < 3; i++) {
            client.schemaById(1);
            client.register("s", SCHEMA);
            client.idOf("s", SCHEMA);
        }

        assertThat(registry.requests()).hasSize(3);
    }

    @Test
    void asksAgainForTheLatestSchema() {
        String answer = "{\"id\":3,\"schema\":\"\\\"int\\\"\"}";
        registry.answer(200, answer).answer(200, answer);
        RegistryClient client = client();

        client.latest("s");
        client.latest("s");

        assertThat(registry.requests()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "401, 40101, User cannot be authenticated",
        "403, 40301, not permitted",
        "404, 40403, Schema not found",
        "409, 409, incompatible with an earlier schema",
        "422, 42201, Invalid schema"
    })
    void aRefusalIsToldAndNotRetried(int status, int code, String message) {
        registry.answer(status, "{\"error_code\":%d,\"message\":\"%s\"}".formatted(code, message));

        assertThatThrownBy(() -> client().schemaById(1))
                .isInstanceOfSatisfying(
                        RegistryException.class, e -> assertThat(e.errorCode()).isEqualTo(code))
                .hasMessageContaining("GET " + registry.url() + "/schemas/ids/1")
                .hasMessageContaining("status " + status)
                .hasMessageContaining(message);
        assertThat(registry.requests()).hasSize(1);
    }

    @Test
    void aRefusalByAnythingButARegistryHasTheStatusAsItsCode() {
        registry.answer(404, "<html>\u001b[31mno such\npage</html>");

        assertThatThrownBy(() -> client().schemaById(1))
                .isInstanceOfSatisfying(
                        RegistryException.class, e -> assertThat(e.errorCode()).isEqualTo(404))
                .hasMessageEndingWith("<html> [31mno such page</html>");
    }

    @Test
    void aPageInsteadOfADocumentIsNotTakenForAnAnswer() {
        registry.answer(200, "<html>please log in</html>");

        assertThatThrownBy(() -> client().schemaById(1))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("please log in");
    }

    @Test
    void anAnswerWithoutIdIsNotTakenForOne() {
        registry.answer(200, "{}");

        assertThatThrownBy(() -> client().register("s", SCHEMA))
                .isInstanceOf(KafkaException.class)
                .hasMessageContaining("has no id");
    }

    @Test
    void aRedirectIsNotFollowedBecauseItCouldTakeTheCredentialsAway() {
        registry.redirectTo("http://127.0.0.1:1/");

        assertThatThrownBy(() -> client().schemaById(1))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("status 307");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"schema\":\"syntax = 3\",\"schemaType\":\"PROTOBUF\"} | is of type PROTOBUF",
                "{\"schema\":\"\\\"int\\\"\",\"references\":[{\"name\":\"x\"}]} | refers to other schemas",
                "{\"schema\":\"{\"} | is not valid Avro",
                "{} | is not valid Avro"
            })
    void aSchemaThatIsNotAvroIsRefused(String answer, String reason) {
        registry.answer(200, answer);

        assertThatThrownBy(() -> client().schemaById(4))
                .isInstanceOfSatisfying(
                        RegistryException.class, e -> assertThat(e.errorCode()).isEqualTo(42201))
                .hasMessageContaining("schema 4")
                .hasMessageContaining(reason);
    }
}
