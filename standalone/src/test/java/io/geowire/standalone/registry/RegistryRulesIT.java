package io.geowire.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.geowire.events.Alert;
import io.geowire.events.Article;
import io.geowire.events.DeadLetter;
import io.geowire.events.EnrichedArticle;
import io.geowire.events.RelatedHeadline;
import io.geowire.events.TextSpan;
import io.geowire.events.Watch;
import io.geowire.schemas.registry.RegistryClient;
import io.geowire.schemas.registry.RegistryClients;
import io.geowire.schemas.registry.RegistryException;
import io.geowire.standalone.broker.EmbeddedBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The embedded registry's own answers, where servers differ or the contract does not go. */
class RegistryRulesIT {
    private static final String V1 = RegistryContractTest.V1;
    private static final String V2 = RegistryContractTest.V2;
    private static final String JSON = "application/json";

    private static EmbeddedBroker broker;
    private static RegistryServer server;

    private RegistryHttp http;
    private String subject;

    @BeforeAll
    static void start(@TempDir Path folder) {
        broker = EmbeddedBroker.start(folder, 0);
        server = RegistryServer.start(broker.bootstrapServers(), 0);
    }

    @AfterAll
    static void stop() {
        server.close();
        broker.close();
    }

    @BeforeEach
    void newSubject(TestInfo test) {
        http = new RegistryHttp(server.url());
        subject = test.getTestMethod().orElseThrow().getName()
                + Integer.toHexString(test.getDisplayName().hashCode());
    }

    private String path() {
        return "/subjects/" + subject;
    }

    private String versions() {
        return path() + "/versions";
    }

    private List<String> texts(String path) {
        return RegistryContractTest.texts(http.get(path));
    }

    // Schemas

    static Stream<Schema> contracts() {
        return Stream.of(
                Article.SCHEMA$,
                EnrichedArticle.SCHEMA$,
                Watch.SCHEMA$,
                Alert.SCHEMA$,
                DeadLetter.SCHEMA$,
                RelatedHeadline.SCHEMA$,
                TextSpan.SCHEMA$);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void geowires_contracts_go_through_its_own_client(Schema schema) {
        RegistryClient client = RegistryClients.of(Map.of("schema.registry.url", server.url()));

        int id = client.register(subject, schema);

        assertThat(client.idOf(subject, schema)).isEqualTo(id);
        assertThat(client.latest(subject).schema()).hasToString(schema.toString());
        RegistryClient another = RegistryClients.of(Map.of("schema.registry.url", server.url()));
        assertThat(another.schemaById(id)).hasToString(schema.toString());
    }

    @Test
    void its_own_client_understands_its_faults() {
        RegistryClient client = RegistryClients.of(Map.of("schema.registry.url", server.url()));
        client.register(subject, new Schema.Parser().parse(V1));

        assertThatThrownBy(() ->
                        client.register(subject, new Schema.Parser().parse(RegistryContractTest.V3_WITHOUT_DEFAULT)))
                .isInstanceOfSatisfying(
                        RegistryException.class,
                        fault -> assertThat(fault.errorCode()).isEqualTo(409))
                .hasMessageContaining("READER_FIELD_MISSING_DEFAULT_VALUE");
    }

    @Test
    void schemas_that_differ_in_documentation_are_two_versions() {
        int id = http.register(subject, V1);

        assertThat(http.register(subject, V1.replace("\"Item\"", "\"Item\",\"doc\":\"a piece of news\"")))
                .isNotEqualTo(id);
        assertThat(texts(versions())).containsExactly("1", "2");
    }

    @Test
    void the_highest_id_is_told_on_demand() {
        int id = http.register(subject, V1);

        assertThat(http.get("/schemas/ids/" + id + "?fetchMaxId=true")
                        .isOk()
                        .json()
                        .path("maxId")
                        .asInt())
                .isGreaterThanOrEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'schemaType':'PROTOBUF','schema':'x'}",
                "{'schemaType':'JSON','schema':'{}'}",
                "{'references':[{'name':'a','subject':'b','version':1}],'schema':'[]'}",
                "{'metadata':{'tags':{}},'schema':'[]'}",
                "{'ruleSet':{'domainRules':[]},'schema':'[]'}",
                "{'schema':12}",
                "{'schema':null}",
                "{'schema':''}",
                "{}"
            })
    void what_it_cannot_keep_is_refused(String body) {
        http.postText(versions(), JSON, body.replace('\'', '"')).isFault(422, 42201);
        http.postText(path(), JSON, body.replace('\'', '"')).isFault(422, 42201);
        http.get(versions()).isFault(404, 40401);
    }

    @Test
    void what_clients_send_without_meaning_it_is_accepted() {
        http.postText(
                        versions() + "?normalize=true",
                        "application/vnd.schemaregistry.v1+json; charset=utf-8",
                        "{\"schema\":\"[]\",\"schemaType\":\"AVRO\",\"references\":[],\"metadata\":null,\"ruleSet\":null}")
                .isOk();
    }

    @Test
    void a_refusal_names_what_does_not_fit() {
        http.register(subject, V1);

        assertThat(http.postSchema(versions(), RegistryContractTest.V3_WITHOUT_DEFAULT)
                        .isFault(409, 409))
                .contains(subject, "version 1", "READER_FIELD_MISSING_DEFAULT_VALUE", "source");
    }

    // Levels

    @Test
    void the_level_is_backward_unless_set() {
        assertThat(http.get("/config").isOk().json().path("compatibilityLevel").asText())
                .isEqualTo("BACKWARD");
        http.get("/config/" + subject).isFault(404, 40408);
        http.delete("/config/" + subject).isFault(404, 40401);
    }

    @Test
    void the_global_level_holds_for_subjects_without_one_until_it_is_reset() {
        http.register(subject, V1);
        try {
            http.put("/config", Map.of("compatibility", "none")).isOk();
            http.register(subject, "\"int\"");
        } finally {
            assertThat(http.delete("/config")
                            .isOk()
                            .json()
                            .path("compatibilityLevel")
                            .asText())
                    .isEqualTo("NONE");
        }
        http.postSchema(versions(), V1.replace("Item", "Other")).isFault(409, 409);
    }

    @Test
    void a_check_tells_reasons_on_demand() {
        http.register(subject, V1);
        String check = "/compatibility" + versions();

        JsonNode verbose =
                http.postSchema(check + "/1?verbose=true", "\"int\"").isOk().json();
        assertThat(verbose.path("is_compatible").asBoolean()).isFalse();
        assertThat(verbose.path("messages").path(0).asText()).contains("TYPE_MISMATCH");
        assertThat(http.postSchema(check, "\"int\"").isOk().json()).isEqualTo(node("{\"is_compatible\":false}"));
        assertThat(http.postSchema(check + "?verbose=true", V2).isOk().json())
                .isEqualTo(node("{\"is_compatible\":true,\"messages\":[]}"));
    }

    @Test
    void a_check_against_what_is_not_there_fits_only_the_latest() {
        String check = "/compatibility" + versions();

        assertThat(http.postSchema(check + "/latest", V1).isOk().json()).isEqualTo(node("{\"is_compatible\":true}"));
        http.postSchema(check + "/1", V1).isFault(404, 40401);
        http.register(subject, V1);
        http.postSchema(check + "/2", V1).isFault(404, 40402);
        http.postSchema(check + "/two", V1).isFault(422, 42202);
    }

    // Deletion

    @Test
    void a_subject_is_erased_in_two_steps() {
        int id = http.register(subject, schemaOfItsOwn());

        http.delete(path() + "?permanent=true").isFault(404, 40405);
        http.delete(path()).isOk();
        http.delete(path()).isFault(404, 40404);
        assertThat(texts(versions() + "?deleted=true")).containsExactly("1");
        assertThat(texts("/subjects?deletedOnly=true&subjectPrefix=" + subject)).containsExactly(subject);
        http.get("/schemas/ids/" + id).isOk();

        http.delete(path() + "?permanent=true").isOk();
        http.delete(path() + "?permanent=true").isFault(404, 40401);
        http.get(versions() + "?deleted=true").isFault(404, 40401);
        http.get("/schemas/ids/" + id).isFault(404, 40403);
        assertThat(http.register(subject, schemaOfItsOwn())).isGreaterThan(id);
    }

    @Test
    void a_version_is_erased_in_two_steps() {
        http.register(subject, V1);
        http.register(subject, V2);

        http.delete(versions() + "/2?permanent=true").isFault(404, 40407);
        assertThat(http.delete(versions() + "/latest").isOk().text()).isEqualTo("2");
        http.delete(versions() + "/2").isFault(404, 40406);
        http.postSchema(path(), V2).isFault(404, 40403);
        http.postSchema(path() + "?deleted=true", V2).isOk();

        assertThat(http.delete(versions() + "/2?permanent=true").isOk().text()).isEqualTo("2");
        http.delete(versions() + "/2?permanent=true").isFault(404, 40402);
        http.get(versions() + "/2?deleted=true").isFault(404, 40402);
        assertThat(texts(versions())).containsExactly("1");
    }

    @Test
    void a_deleted_schema_comes_back_as_a_new_version_with_its_id() {
        int id = http.register(subject, V1);
        http.delete(versions() + "/1").isOk();

        assertThat(http.register(subject, V1)).isEqualTo(id);
        assertThat(texts(versions())).containsExactly("2");
    }

    @Test
    void a_deleted_subject_forgets_its_level_and_its_versions_bind_no_more() {
        http.put("/config/" + subject, Map.of("compatibility", "FULL")).isOk();
        http.register(subject, V1);
        http.delete(path()).isOk();

        http.get("/config/" + subject).isFault(404, 40408);
        http.register(subject, "\"int\"");
    }

    @Test
    void a_level_set_after_a_deletion_outlasts_the_erasure() {
        http.register(subject, V1);
        http.delete(versions() + "/1").isOk();
        http.put("/config/" + subject, Map.of("compatibility", "FULL")).isOk();
        http.delete(versions() + "/1?permanent=true").isOk();

        http.get("/config/" + subject).isOk();
    }

    // Requests

    @Test
    void the_root_answers() {
        assertThat(http.get("/").isOk().text()).isEqualTo("{}");
    }

    @Test
    void wrong_paths_and_methods_are_told_apart() {
        http.get("/nothing").isFault(404, 404);
        http.get("/associations/resources/-/a?x=y").isFault(404, 404);
        http.get("/schemas/ids/x").isFault(404, 404);
        http.get(path()).isFault(405, 405);
        http.delete("/subjects").isFault(405, 405);
        assertThat(http.method("HEAD", "/subjects").status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "12", "nonsense", "{\"schema\":\"[]\"} {}", "{\"schema\":\"1\",\"schema\":\"[]\"}"
            })
    void a_body_that_is_no_json_object_is_refused(String body) {
        http.postText(versions(), JSON, body).isFault(400, 400);
    }

    @Test
    void deep_bodies_are_refused() {
        http.postText(versions(), JSON, "{\"a\":".repeat(50_000)).isFault(400, 400);
        String deep = "{\"type\":\"array\",\"items\":".repeat(5_000) + "\"int\"" + "}".repeat(5_000);
        http.postSchema(versions(), deep).isFault(422, 42201);
    }

    @Test
    void a_body_of_another_type_is_refused() {
        http.postText(versions(), "text/plain", "{\"schema\":\"[]\"}").isFault(415, 415);
    }

    @Test
    void a_body_that_is_too_long_is_refused_and_a_long_one_is_not() {
        String filler = "x".repeat(RestHandler.MAX_BODY_BYTES - 1_000);

        http.register(subject, V1.replace("\"Item\"", "\"Item\",\"doc\":\"" + filler + "\""));
        http.postSchema(versions(), filler + filler).isFault(413, 413);
        assertThat(texts(versions())).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%20", "a%00b", "a%0Ab", "%FF"})
    void a_subject_that_cannot_be_named_is_refused(String name) {
        http.postSchema("/subjects/" + name + "/versions", V1).isFault(422, 42208);
    }

    @Test
    void a_body_that_is_not_utf8_is_refused() throws IOException {
        byte[] body = "{\"schema\":\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(raw(
                        "POST %s HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
                                .formatted(versions(), body.length),
                        body))
                .startsWith("HTTP/1.1 400 ")
                .contains("not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "POST /subjects/a HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: x\r\n\r\n"
            })
    void what_is_hardly_http_does_no_harm(String request) throws IOException {
        assertThat(raw(request, new byte[0])).doesNotStartWith("HTTP/1.1 2");

        http.get("/subjects").isOk();
    }

    private static String raw(String head, byte[] body) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(server.url()).getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(body);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    // Several clients at once

    @Test
    void the_same_schema_from_many_clients_is_one_id_and_one_version() throws Exception {
        Set<Integer> ids = new HashSet<>();
        for (Future<Integer> id : atOnce(32, i -> http.register(subject, schemaOfItsOwn()))) {
            ids.add(id.get());
        }

        assertThat(ids).hasSize(1);
        assertThat(texts(versions())).containsExactly("1");
    }

    @Test
    void different_schemas_from_many_clients_have_different_ids() throws Exception {
        Set<Integer> ids = new HashSet<>();
        for (Future<Integer> id :
                atOnce(32, i -> http.register(subject + i, schemaOfItsOwn().replace("ItemOf", "Item" + i + "Of")))) {
            ids.add(id.get());
        }

        assertThat(ids).hasSize(32);
    }

    private interface Task {
        int run(int number) throws Exception;
    }

    private static List<Future<Integer>> atOnce(int tasks, Task task) throws InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(tasks);
        try {
            List<Callable<Integer>> calls = Stream.iterate(0, i -> i + 1)
                    .limit(tasks)
                    .<Callable<Integer>>map(i -> () -> task.run(i))
                    .toList();
            return clients.invokeAll(calls);
        } finally {
            clients.shutdown();
        }
    }

    private String schemaOfItsOwn() {
        return V1.replace("Item", "ItemOf_" + subject);
    }

    private static JsonNode node(String json) {
        return new RegistryHttp.Answer(200, json).json();
    }
}
