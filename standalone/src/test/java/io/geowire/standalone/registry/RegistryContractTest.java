package io.geowire.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.geowire.standalone.registry.RegistryHttp.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What Geowire needs of a schema registry, by plain HTTP, so that it can be asked of any server. Subjects are new in each test: a
 * server need not be empty.
 */
abstract class RegistryContractTest {
    static final String V1 = record("{'name': 'title', 'type': 'string'}");
    /** Reads what V1 writes, and V1 reads what it writes. */
    static final String V2 =
            record("{'name': 'title', 'type': 'string'}, {'name': 'source', 'type': 'string', 'default': ''}");
    /** V1 and V2 read what it writes, but it does not read what they write. */
    static final String V3_WITHOUT_DEFAULT =
            record("{'name': 'title', 'type': 'string'}, {'name': 'source', 'type': 'string'}");

    private static final AtomicInteger TESTS = new AtomicInteger();

    RegistryHttp http;
    String subject;

    /** Where the server is, such as {@code http://127.0.0.1:8081}. */
    abstract String baseUrl();

    @BeforeEach
    void newSubject() {
        http = new RegistryHttp(baseUrl());
        subject = "contract-%d-%d-value".formatted(ProcessHandle.current().pid(), TESTS.incrementAndGet());
    }

    static String record(String fields) {
        return "{'type': 'record', 'name': 'Item', 'namespace': 'test', 'fields': [%s]}"
                .formatted(fields)
                .replace('\'', '"');
    }

    String versions() {
        return "/subjects/" + subject + "/versions";
    }

    static List<String> texts(Answer answer) {
        List<String> texts = new ArrayList<>();
        answer.isOk().json().forEach(text -> texts.add(text.asText()));
        return texts;
    }

    static void assertSameSchema(String actual, String expected) {
        assertThat(new Schema.Parser().parse(actual)).isEqualTo(new Schema.Parser().parse(expected));
    }

    @Test
    void a_registered_schema_is_found_by_its_id() {
        int id = http.register(subject, V1);

        assertThat(id).isPositive();
        assertSameSchema(
                http.get("/schemas/ids/" + id).isOk().json().path("schema").asText(), V1);
    }

    @Test
    void ids_can_be_asked_for_with_the_parameters_that_clients_add() {
        int id = http.register(subject, V1);

        http.get("/schemas/ids/" + id + "?subject=" + subject + "&fetchMaxId=false&format=")
                .isOk();
    }

    @Test
    void registering_again_gives_the_same_id_and_no_new_version() {
        int id = http.register(subject, V1);

        assertThat(http.register(subject, V1.replace(" ", "  "))).isEqualTo(id);
        assertThat(texts(http.get(versions()))).containsExactly("1");
    }

    @Test
    void the_same_schema_has_the_same_id_in_another_subject() {
        assertThat(http.register(subject + "-2", V1)).isEqualTo(http.register(subject, V1));
    }

    @Test
    void registering_takes_the_normalize_parameter() {
        http.postSchema(versions() + "?normalize=false", V1).isOk();
    }

    @Test
    void versions_count_up_and_the_latest_is_found() {
        http.register(subject, V1);
        int id = http.register(subject, V2);

        assertThat(texts(http.get(versions()))).containsExactly("1", "2");
        JsonNode latest = http.get(versions() + "/latest").isOk().json();
        assertThat(latest.path("subject").asText()).isEqualTo(subject);
        assertThat(latest.path("version").asInt()).isEqualTo(2);
        assertThat(latest.path("id").asInt()).isEqualTo(id);
        assertSameSchema(latest.path("schema").asText(), V2);
        assertThat(http.get(versions() + "/-1").isOk().json()).isEqualTo(latest);
        assertSameSchema(
                http.get(versions() + "/1").isOk().json().path("schema").asText(), V1);
    }

    @Test
    void the_bare_schema_of_a_version_is_itself_json() {
        http.register(subject, V1);

        assertSameSchema(http.get(versions() + "/1/schema").isOk().text(), V1);
    }

    @Test
    void subjects_are_listed() {
        http.register(subject, V1);

        assertThat(texts(http.get("/subjects"))).contains(subject);
    }

    @Test
    void a_schema_is_looked_up_under_its_subject() {
        int id = http.register(subject, V1);
        http.register(subject, V2);

        JsonNode found = http.postSchema("/subjects/" + subject, V1).isOk().json();

        assertThat(found.path("id").asInt()).isEqualTo(id);
        assertThat(found.path("version").asInt()).isEqualTo(1);
        assertThat(found.path("subject").asText()).isEqualTo(subject);
    }

    @Test
    void what_is_not_there_is_told_apart_by_its_code() {
        http.get("/subjects/" + subject + "/versions").isFault(404, 40401);
        http.get(versions() + "/1").isFault(404, 40401);
        http.postSchema("/subjects/" + subject, V1).isFault(404, 40401);
        http.delete("/subjects/" + subject).isFault(404, 40401);
        http.register(subject, V1);
        http.get(versions() + "/7").isFault(404, 40402);
        http.postSchema("/subjects/" + subject, V2).isFault(404, 40403);
        http.get("/schemas/ids/2000000000").isFault(404, 40403);
    }

    @Test
    void a_text_that_is_no_avro_schema_is_refused() {
        http.postSchema(versions(), "{\"type\": \"recrod\"}").isFault(422, 42201);
        http.get(versions()).isFault(404, 40401);
    }

    @Test
    void a_schema_that_cannot_read_earlier_records_is_refused_under_backward() {
        http.put("/config/" + subject, Map.of("compatibility", "BACKWARD")).isOk();
        http.register(subject, V1);

        assertThat(http.postSchema(versions(), V3_WITHOUT_DEFAULT).status()).isEqualTo(409);
        assertThat(texts(http.get(versions()))).containsExactly("1");
    }

    @Test
    void the_level_of_a_subject_decides_what_may_follow() {
        http.put("/config/" + subject, Map.of("compatibility", "FORWARD")).isOk();
        http.register(subject, V1);
        http.register(subject, V3_WITHOUT_DEFAULT);

        // V1 after V3 would lack a field that V3, as a reader, needs.
        http.put("/config/" + subject, Map.of("compatibility", "FULL")).isOk();
        assertThat(http.postSchema(versions(), V2.replace("title", "headline")).status())
                .isEqualTo(409);

        http.put("/config/" + subject, Map.of("compatibility", "NONE")).isOk();
        http.register(subject, V2.replace("title", "headline"));
    }

    @Test
    void a_transitive_level_looks_at_all_versions() {
        String renamed = record("{'name': 'headline', 'type': 'string', 'default': ''}");
        String other = record("{'name': 'headline', 'type': 'string'}");
        http.put("/config/" + subject, Map.of("compatibility", "BACKWARD")).isOk();
        http.register(subject, V1);
        http.register(subject, renamed);

        http.put("/config/" + subject, Map.of("compatibility", "BACKWARD_TRANSITIVE"))
                .isOk();
        assertThat(http.postSchema(versions(), other).status()).isEqualTo(409);

        http.put("/config/" + subject, Map.of("compatibility", "BACKWARD")).isOk();
        http.register(subject, other);
    }

    @Test
    void compatibility_is_checked_without_registering() {
        http.put("/config/" + subject, Map.of("compatibility", "BACKWARD")).isOk();
        http.register(subject, V1);
        String latest = "/compatibility" + versions() + "/latest";

        assertThat(http.postSchema(latest, V2)
                        .isOk()
                        .json()
                        .path("is_compatible")
                        .asBoolean())
                .isTrue();
        assertThat(http.postSchema(latest, V3_WITHOUT_DEFAULT)
                        .isOk()
                        .json()
                        .path("is_compatible")
                        .asBoolean(true))
                .isFalse();
        assertThat(texts(http.get(versions()))).containsExactly("1");
    }

    @Test
    void a_level_is_set_asked_for_and_removed() {
        http.register(subject, V1);
        String config = "/config/" + subject;

        assertThat(http.put(config, Map.of("compatibility", "FULL_TRANSITIVE"))
                        .isOk()
                        .json()
                        .path("compatibility")
                        .asText())
                .isEqualTo("FULL_TRANSITIVE");
        assertThat(http.get(config).isOk().json().path("compatibilityLevel").asText())
                .isEqualTo("FULL_TRANSITIVE");
        http.delete(config).isOk();
        String global =
                http.get("/config").isOk().json().path("compatibilityLevel").asText();
        assertThat(http.get(config + "?defaultToGlobal=true")
                        .isOk()
                        .json()
                        .path("compatibilityLevel")
                        .asText())
                .isEqualTo(global);
    }

    @Test
    void a_level_that_does_not_exist_is_refused() {
        http.put("/config/" + subject, Map.of("compatibility", "SIDEWAYS")).isFault(422, 42203);
    }

    @Test
    void a_deleted_version_is_gone_from_its_subject_but_records_can_still_be_read() {
        int id = http.register(subject, V1);
        http.register(subject, V2);

        assertThat(http.delete(versions() + "/1").isOk().text()).isEqualTo("1");

        assertThat(texts(http.get(versions()))).containsExactly("2");
        http.get(versions() + "/1").isFault(404, 40402);
        http.get("/schemas/ids/" + id).isOk();
    }

    @Test
    void a_deleted_subject_is_gone_until_a_schema_is_registered_again() {
        int id = http.register(subject, V1);
        http.register(subject, V2);

        assertThat(texts(http.delete("/subjects/" + subject))).containsExactly("1", "2");

        assertThat(texts(http.get("/subjects"))).doesNotContain(subject);
        http.get(versions()).isFault(404, 40401);
        assertThat(http.register(subject, V1)).isEqualTo(id);
        assertThat(texts(http.get("/subjects"))).contains(subject);
    }

    @Test
    void the_types_include_avro() {
        assertThat(texts(http.get("/schemas/types"))).contains("AVRO");
    }

    @Test
    void versions_of_an_id_are_listed() {
        int id = http.register(subject, V1.replace("Item", "ItemOf" + TESTS.get()));
        http.register(subject + "-2", V1.replace("Item", "ItemOf" + TESTS.get()));

        List<String> places = new ArrayList<>();
        http.get("/schemas/ids/" + id + "/versions")
                .isOk()
                .json()
                .forEach(place -> places.add(place.path("subject").asText() + " "
                        + place.path("version").asInt()));
        assertThat(places).contains(subject + " 1", subject + "-2 1");
    }

    @Test
    void the_mode_is_read_and_write() {
        assertThat(http.get("/mode").isOk().json().path("mode").asText()).isEqualTo("READWRITE");
    }

    @Test
    void a_path_that_does_not_exist_is_not_found() {
        assertThat(http.get("/associations/resources/-/news.alerts.v1?resourceType=topic&associationTypes=value")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void subjects_may_have_any_letters() {
        String odd = subject + "/новости и 新闻 +%";

        int id = http.register(odd, V1);

        assertThat(texts(http.get("/subjects"))).contains(odd);
        assertThat(http.get("/subjects/" + RegistryHttp.segment(odd) + "/versions/latest")
                        .isOk()
                        .json()
                        .path("id")
                        .asInt())
                .isEqualTo(id);
    }
}
