package io.geowire.service.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListFileTest {
    private static final ListLayout FIELDS_ONLY = new ListLayout("ships", "ship", "name", 3, false);
    private static final ListLayout PLAIN = new ListLayout("ships", "ship", "name", 3, true);

    private static ListFile<String> parse(ListLayout layout, String text) {
        return ListFile.parse("s.yaml", text.getBytes(StandardCharsets.UTF_8), layout, (entry, number, faults) -> {
            FieldNodes fields = new FieldNodes(entry, "ship #" + number, List.of("name", "afloat"), faults);
            String name = fields.text("name", 10);
            boolean afloat = fields.flag("afloat");
            return fields.isFaulty() ? Optional.empty() : Optional.of(name + (afloat ? " afloat" : ""));
        });
    }

    @Test
    void whereALayoutAllowsItATextAloneIsTheFirstField() {
        String text = "ships:\n  - Vasa\n  - {name: Mary Rose, afloat: true}\n";

        assertThat(parse(PLAIN, text).entries()).containsExactly("Vasa", "Mary Rose afloat");
        assertThat(parse(FIELDS_ONLY, text).faults())
                .extracting(Fault::toString)
                .containsExactly("s.yaml:2: ship #1: must be a mapping of fields, such as 'name: …'");
    }

    @Test
    void aTextAloneIsCheckedLikeAField() {
        assertThat(parse(PLAIN, "ships: [An all too long name]").faults())
                .extracting(Fault::toString)
                .containsExactly("s.yaml:1: ship #1: name: has 20 characters; allowed are 10");
    }

    @Test
    void neitherNothingNorAListIsATextAlone() {
        assertThat(parse(PLAIN, "ships:\n  -\n  - [a]\n  - ~\n").faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "s.yaml:2: ship #1: must be a text, or a mapping of fields, such as 'name: …'",
                        "s.yaml:3: ship #2: must be a text, or a mapping of fields, such as 'name: …'",
                        "s.yaml:4: ship #3: must be a text, or a mapping of fields, such as 'name: …'");
    }

    @Test
    void aFaultyFlagIsQuotedWhateverItsLength() {
        assertThat(parse(FIELDS_ONLY, "ships: [{name: a, afloat: perhaps}]").faults())
                .extracting(Fault::toString)
                .containsExactly("s.yaml:1: ship #1: afloat: 'perhaps' is not true or false");
    }
}
