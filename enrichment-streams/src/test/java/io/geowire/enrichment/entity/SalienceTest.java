package io.geowire.enrichment.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.enrichment.text.NewsText;
import io.geowire.enrichment.text.Span;
import io.geowire.enrichment.text.TextField;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SalienceTest {
    private static final NewsText TEXT = new NewsText("x".repeat(80), "x".repeat(4000));

    private static Span at(TextField field, int start) {
        return new Span(field, start, start + 1, "x");
    }

    private static double of(Span... mentions) {
        return Salience.of(TEXT, List.of(mentions));
    }

    @Test
    void aMentionInTheTitleCountsMoreThanOneInTheBody() {
        assertThat(of(at(TextField.TITLE, 79))).isGreaterThan(of(at(TextField.BODY, 0)));
    }

    @Test
    void anEarlierMentionCountsMore() {
        assertThat(of(at(TextField.TITLE, 0))).isGreaterThan(of(at(TextField.TITLE, 40)));
        assertThat(of(at(TextField.BODY, 0))).isGreaterThan(of(at(TextField.BODY, 1000)));
    }

    @Test
    void growsWithEachMentionAndStaysWithinOne() {
        double before = 0;
        for (int count = 1; count < 200; count++) {
            double now = Salience.of(
                    TEXT,
                    IntStream.range(0, count)
                            .mapToObj(i -> at(TextField.BODY, i))
                            .toList());
            assertThat(now).isBetween(before, 1.0);
            before = now;
        }
        assertThat(before).isGreaterThan(0.9);
    }
}
