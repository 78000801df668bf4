package io.geowire.alerts.feed;

import static io.geowire.alerts.feed.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertViewTest {
    @Test
    void showsEachTextThatMatchedOnce() {
        AlertView view = AlertView.of(
                Samples.alert("oil", "s")
                        .setMatches(List.of(Samples.match("oil"), Samples.match("gas"), Samples.match("oil")))
                        .build(),
                NOON);

        assertThat(view.matches()).containsExactly("oil", "gas");
        assertThat(view.severity()).isEqualTo("high");
        assertThat(view.url()).isEqualTo("https://example.org/s");
    }

    @Test
    void isOfBoundedSizeAndCutsNoCharacterInTwo() {
        AlertView view = AlertView.of(
                Samples.alert("oil", "s")
                        .setTitle("x" + "😀".repeat(5_000))
                        .setUrl("https://example.org/" + "x".repeat(5_000))
                        .setMatches(Collections.nCopies(1_000, Samples.match("y".repeat(1_000))))
                        .setSources(IntStream.range(0, 100)
                                .mapToObj(i -> "Source " + i)
                                .toList())
                        .build(),
                NOON);

        assertThat(view.title()).hasSize(499).endsWith("😀");
        assertThat(view.matches()).hasSize(1);
        assertThat(view.matches().get(0)).hasSize(500);
        assertThat(view.sources()).hasSize(10);
        assertThat(view.url()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "data:text/html,x", "//example.org/x", "file:///etc/passwd", " https://x"
            })
    void linkThatIsNoWebPageIsLeftOut(String url) {
        assertThat(AlertView.of(Samples.alert("oil", "s").setUrl(url).build(), NOON)
                        .url())
                .isNull();
    }
}
