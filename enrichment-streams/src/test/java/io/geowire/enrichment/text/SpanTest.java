package io.geowire.enrichment.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpanTest {
    private final NewsText text = new NewsText("Iran talks", "Oman hosts");

    @Test
    void sortsTitleFirstThenByOffset() {
        Span title = text.span(TextField.TITLE, 5, 10);
        Span early = text.span(TextField.BODY, 0, 4);
        Span late = text.span(TextField.BODY, 5, 10);
        assertThat(Stream.of(late, early, title).sorted()).containsExactly(title, early, late);
    }

    @Test
    void refusesOffsetsThatCannotHoldItsText() {
        assertThatThrownBy(() -> new Span(TextField.BODY, 3, 3, "")).hasMessage("no span from 3 to 3");
        assertThatThrownBy(() -> new Span(TextField.BODY, -1, 3, "Iran")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Span(TextField.BODY, 0, 3, "Iran"))
                .hasMessage("a span from 0 to 3 cannot hold 4 characters");
        assertThatThrownBy(() -> text.span(TextField.TITLE, 0, 99)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
