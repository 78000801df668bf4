package io.geowire.standalone.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.geowire.standalone.observability.Dashboards.Dashboard;
import io.geowire.standalone.observability.Dashboards.Panel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a reader of the dashboards may rely on. */
class DashboardFilesTest {
    private static final Pattern UID = Pattern.compile("(?m)^ *uid: *(\\S+)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([a-z]+)\\b");
    private static final Set<String> WITHOUT_UNIT = Set.of("table", "state-timeline");

    @Test
    void thereAreFourWithAnIdOfTheirOwn() {
        assertThat(Dashboards.all())
                .extracting(dashboard -> dashboard.json().path("uid").asText())
                .containsExactlyInAnyOrder("geowire-newswire", "geowire-pipeline", "geowire-delivery", "geowire-jvm");
    }

    @Test
    void everyPanelSaysWhatItShowsAndInWhichUnit() {
        for (Panel panel : Dashboards.panels()) {
            JsonNode defaults = panel.json().path("fieldConfig").path("defaults");
            assertThat(panel.json().path("description").asText())
                    .as(panel.name())
                    .hasSizeGreaterThan(15)
                    .endsWith(".");
            assertThat(panel.json().path("targets")).as(panel.name()).isNotEmpty();
            assertThat(defaults.path("thresholds").path("steps"))
                    .as(panel.name())
                    .isNotEmpty();
            if (!WITHOUT_UNIT.contains(panel.type())) {
                assertThat(defaults.path("unit").asText()).as(panel.name()).isNotEmpty();
            }
        }
    }

    @Test
    void panelsHaveAnIdEachAndDoNotOverlap() {
        for (Dashboard dashboard : Dashboards.all()) {
            Set<Integer> ids = new TreeSet<>();
            Set<List<Integer>> cells = new java.util.HashSet<>();
            for (JsonNode panel : dashboard.json().path("panels")) {
                String name = dashboard.file() + ": " + panel.path("title").asText();
                assertThat(ids.add(panel.path("id").asInt())).as(name).isTrue();
                JsonNode place = panel.path("gridPos");
                int right = place.path("x").asInt() + place.path("w").asInt();
                assertThat(right).as(name).isLessThanOrEqualTo(24);
                for (int x = place.path("x").asInt(); x < right; x++) {
                    for (int y = 0; y < place.path("h").asInt(); y++) {
                        assertThat(cells.add(List.of(x, place.path("y").asInt() + y)))
                                .as(name)
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void dataSourcesAreThoseThatAreProvisioned() throws IOException {
        Set<String> provisioned = new TreeSet<>();
        try (Stream<Path> files = Files.list(Dashboards.PROVISIONING.resolve("datasources"))) {
            for (Path file : files.toList()) {
                Matcher uid = UID.matcher(Files.readString(file));
                while (uid.find()) {
                    provisioned.add(uid.group(1));
                }
            }
        }
        for (Dashboard dashboard : Dashboards.all()) {
            for (JsonNode source : dashboard.json().findValues("datasource")) {
                assertThat(provisioned)
                        .as(dashboard.file())
                        .contains(source.path("uid").asText());
            }
        }
    }

    @Test
    void dashboardsLinkToEachOtherAndKeepTimeAndVariables() {
        for (Dashboard dashboard : Dashboards.all()) {
            JsonNode link = dashboard.json().path("links").path(0);
            assertThat(dashboard.json().path("tags").path(0).asText()).isEqualTo("geowire");
            assertThat(link.path("tags").path(0).asText()).isEqualTo("geowire");
            assertThat(link.path("keepTime").asBoolean()).isTrue();
            assertThat(link.path("includeVars").asBoolean()).isTrue();
        }
    }

    @Test
    void everyVariableIsDeclaredAndUsed() {
        for (Dashboard dashboard : Dashboards.all()) {
            Set<String> declared = new TreeSet<>();
            dashboard
                    .json()
                    .path("templating")
                    .path("list")
                    .forEach(variable -> declared.add(variable.path("name").asText()));
            List<String> queries = new ArrayList<>(dashboard.json().findValuesAsText("expr"));
            dashboard
                    .panels()
                    .forEach(
                            panel -> queries.addAll(panel.json().path("targets").findValuesAsText("url")));
            Set<String> used = new TreeSet<>();
            Matcher variable = VARIABLE.matcher(String.join(" ", queries));
            while (variable.find()) {
                used.add(variable.group(1));
            }
            assertThat(used).as(dashboard.file()).isEqualTo(declared).contains("instance");
        }
    }
}
