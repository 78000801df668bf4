package io.geowire.enrichment.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.enrichment.entity.EntityType;
import io.geowire.enrichment.text.Span;
import io.geowire.enrichment.text.TextField;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelledNewsTest {
    private static final Path NEWS = Path.of("news");

    private static List<LabelledArticle> read(String... lines) throws IOException {
        return LabelledNews.read("gold.jsonl", new StringReader(String.join("\n", lines)));
    }

    @Test
    void readsWhatIsLabelledAndTellsItFromWhatIsNot() throws IOException {
        List<LabelledArticle> items = read(
                "{\"id\":\"a\",\"title\":\"Lavrov in Oslo\",\"topics\":[],\"entities\":[{\"field\":\"title\",\"start\":0,"
                        + "\"end\":6,\"text\":\"Lavrov\",\"type\":\"PERSON\",\"name\":\"Sergei Lavrov\",\"id\":\"Q58217\"}]}",
                "",
                "{\"title\":\"Rain\",\"body\":\"More of it.\",\"story\":null}");
        assertThat(items.get(0).mentions())
                .containsExactly(new LabelledMention(
                        new Span(TextField.TITLE, 0, 6, "Lavrov"), EntityType.PERSON, "Sergei Lavrov", "Q58217"));
        assertThat(items.get(0).topics()).isEmpty();
        assertThat(items.get(1).mentions()).isNull();
        assertThat(items.get(1).topics()).isNull();
        assertThat(items.get(1).id()).isEqualTo("gold.jsonl:3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "nonsense | no JSON",
                "{} {} | no JSON",
                "[] | no JSON object",
                "{\"body\":\"x\"} | title is missing",
                "{\"title\":7} | title is no text: 7",
                "{\"title\":\"x\",\"publishedAt\":\"yesterday\"} | publishedAt 'yesterday' is no time",
                "{\"title\":\"x\",\"topics\":\"law\"} | topics is no list",
                "{\"title\":\"x\",\"topics\":[1]} | topics holds what is no text",
                "{\"title\":\"x\",\"entities\":[{\"field\":\"lead\"}]} | field of a mention is \"lead\", not one of [TITLE, BODY]",
                "{\"title\":\"x\",\"entities\":[{\"field\":\"title\",\"start\":-1}]} | start of a mention is no offset: -1",
                "{\"title\":\"x\",\"entities\":[{\"field\":\"title\",\"start\":0,\"end\":0.5}]} | end of a mention is no offset: 0.5",
                "{\"title\":\"x\",\"entities\":[{\"field\":\"title\",\"start\":0,\"end\":2}]} | from 0 to 2 is not in a title of 1 code units",
                "{\"title\":\"Oslo\",\"entities\":[{\"field\":\"title\",\"start\":0,\"end\":4,\"text\":\"Rome\"}]} | is 'Oslo', not 'Rome'",
                "{\"title\":\"Oslo\",\"entities\":[{\"field\":\"title\",\"start\":0,\"end\":4,\"type\":\"TOWN\"}]} | type of a mention is \"TOWN\""
            })
    void namesFileLineAndFault(String line, String fault) {
        assertThatThrownBy(() -> read("{\"title\":\"fine\"}", line))
                .isInstanceOf(LabelledNewsException.class)
                .hasMessageStartingWith("gold.jsonl:2: ")
                .hasMessageContaining(fault);
    }

    @Test
    void takesNoIdTwice() {
        assertThatThrownBy(() -> read("{\"id\":\"a\",\"title\":\"x\"}", "{\"id\":\"a\",\"title\":\"y\"}"))
                .hasMessage("gold.jsonl:2: id 'a' is that of line 1");
    }

    @Test
    void readsTheNewsOfThisModule() throws IOException {
        try (Stream<Path> files = Files.walk(NEWS)) {
            List<LabelledArticle> items =
                    LabelledNews.read(files.filter(file -> file.toString().endsWith(".jsonl"))
                            .sorted()
                            .toList());
            assertThat(items).hasSizeGreaterThan(1_600).doesNotHaveDuplicates().allSatisfy(item -> {
                assertThat(item.mentions() != null || item.topics() != null).isTrue();
            });
        }
    }
}
