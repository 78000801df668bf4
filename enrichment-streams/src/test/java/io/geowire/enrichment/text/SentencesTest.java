package io.geowire.enrichment.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private static List<String> sentences(String text) {
        return Sentences.of(TextField.BODY, text).stream().map(Span::text).toList();
    }

    @Test
    void endsASentenceAtAStopBeforeACapital() {
        assertThat(sentences("Moscow agreed. Kyiv did not! “Why?” She asked. 12 died."))
                .containsExactly("Moscow agreed.", "Kyiv did not!", "“Why?”", "She asked.", "12 died.");
    }

    @Test
    void doesNotEndASentenceAtAnAbbreviation() {
        assertThat(sentences("Gen. Syrskyi met Sen. John F. Kennedy at 2.5 km. Nothing more."))
                .containsExactly("Gen. Syrskyi met Sen. John F. Kennedy at 2.5 km.", "Nothing more.");
        assertThat(sentences("the U.S. Senate voted")).hasSize(1);
    }

    @Test
    void endsASentenceAtAParagraph() {
        assertThat(sentences("a headline without a stop\n\nThe text"))
                .containsExactly("a headline without a stop", "The text");
    }

    @Test
    void findsNoneInAnEmptyText() {
        assertThat(sentences(" \n ")).isEmpty();
    }
}
