package io.geowire.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstSentenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The talks began. They end today.|The talks began.",
                "Is it over? Nobody knows.|Is it over?",
                "Mr. Lavrov met Gen. Smith in St. Petersburg. He left.|Mr. Lavrov met Gen. Smith in St. Petersburg.",
                "The U.S. Senate met on Nov. 9 in Washington, D.C. It voted.|The U.S. Senate met on Nov. 9 in Washington, D.C. It voted.",
                "J. D. Vance spoke. He left.|J. D. Vance spoke.",
                "“We begin.” He left.|“We begin.”",
                "Growth was 3.5 percent. It fell.|Growth was 3.5 percent.",
                "It said… nothing. It left.|It said… nothing.",
                "会谈已经开始。明天继续。|会谈已经开始。",
                "No end at all|No end at all",
            })
    void endsWhereTheSentenceEnds(String paragraph, String sentence) {
        assertThat(FirstSentence.of(paragraph)).isEqualTo(sentence);
    }
}
