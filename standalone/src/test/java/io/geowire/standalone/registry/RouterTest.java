package io.geowire.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {
    private final Router router = new Router()
            .on("GET", "/", request -> "root")
            .on("GET", "/things/{thing}", request -> "got " + request.part("thing"))
            .on("PUT", "/things/{thing}", request -> "put " + request.part("thing"))
            .on("GET", "/things/{thing}/parts", request -> "parts of " + request.part("thing"));

    private Object answer(String method, String path) {
        Router.Match match = router.match(method, path);
        return match.action().answer(new Request(match.path(), Map.of(), ""));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, root",
        "GET, /things/a, got a",
        "PUT, /things/a, put a",
        "GET, /things/a/, got a",
        "GET, /things/a/parts, parts of a",
        "GET, /things/a%2Fb/parts, parts of a/b",
        "GET, /things/a+b%20c, got a+b c",
        "GET, /things/%D0%BD%25, got н%",
    })
    void a_path_leads_to_its_action(String method, String path, String expected) {
        assertThat(answer(method, path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"/thing", "/things", "/things/a/b", "/things/a/parts/1", "/Things/a"})
    void other_paths_are_not_found(String path) {
        assertThatThrownBy(() -> answer("GET", path))
                .isInstanceOfSatisfying(
                        RegistryFault.class, fault -> assertThat(fault.status()).isEqualTo(404));
    }

    @Test
    void another_method_is_told_which_ones_a_path_has() {
        assertThatThrownBy(() -> answer("DELETE", "/things/a")).isInstanceOfSatisfying(RegistryFault.class, fault -> {
            assertThat(fault.status()).isEqualTo(405);
            assertThat(fault.headers()).containsEntry("Allow", "GET, PUT");
        });
    }
}
