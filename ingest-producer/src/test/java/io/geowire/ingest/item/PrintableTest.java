package io.geowire.ingest.item;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {
    @ParameterizedTest
    @CsvSource({
        "a\u001B[31mred,a\\u001b[31mred",
        "a\u0000b,a\\u0000b",
        "a\u009Bb,a\\u009bb",
        "a\u2028b,a\\u2028b",
        "a\u202Eb,a\\u202eb",
        "a\u2066b,a\\u2066b",
        "a\uD800b,a\\ud800b",
        "“Łódź” 👩‍👧 محادثات,“Łódź” 👩‍👧 محادثات",
    })
    void onlyWhatCanHarmATerminalIsEscaped(String text, String safe) {
        assertThat(Printable.escape(text)).isEqualTo(safe);
    }

    @Test
    void quoteIsCutBetweenCharacters() {
        assertThat(Printable.quote("😀".repeat(80))).isEqualTo("'" + "😀".repeat(80) + "'");
        assertThat(Printable.quote("😀".repeat(81))).isEqualTo("'" + "😀".repeat(80) + "…'");
    }

    @Test
    void everyResultIsSafeToPrint() {
        Origin origin = new Origin("a\u001B[2J.txt", 3);

        assertThat(new ReadResult.Fault(origin, "bad\u0007", Excerpt.NONE))
                .hasToString("a\\u001b[2J.txt:3: bad\\u0007");
        assertThat(new ReadResult.Skipped(origin, "bad\n")).hasToString("a\\u001b[2J.txt:3: bad\\u000a");
        assertThat(new ReadResult.Note(Origin.of("a"), "bad\r")).hasToString("a: bad\\u000d");
    }
}
