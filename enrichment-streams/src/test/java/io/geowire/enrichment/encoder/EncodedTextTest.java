package io.geowire.enrichment.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.enrichment.text.NewsText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncodedTextTest {
    private final List<String> asked = new ArrayList<>();
    private final TextEncoder encoder = text -> {
        asked.add(text);
        return TextVector.of(new float[] {text.length(), 1});
    };

    @Test
    void encodesTitleAndLead() {
        EncodedText text = EncodedText.of(new NewsText("Talks in Oman", "“Good,” he said."), encoder);
        assertThat(text.title()).isNotEqualTo(text.lead());
        assertThat(asked).containsExactly("Talks in Oman", "Talks in Oman. “Good,” he said");
    }

    @Test
    void encodesAHeadlineOnce() {
        EncodedText text = EncodedText.of(NewsText.headline("Talks"), encoder);
        assertThat(text.lead()).isEqualTo(text.title());
        assertThat(asked).containsExactly("Talks");
        encodeAll(new NewsText("Talks", " … "));
        assertThat(asked).containsExactly("Talks", "Talks");
    }

    @Test
    void cutsALongBody() {
        encodeAll(new NewsText("Talks", "word ".repeat(100_000)));
        assertThat(asked.get(1))
                .isEqualTo("Talks. " + "word ".repeat(EncodedText.LEAD_WORDS).strip());
        encodeAll(new NewsText("Talks", "x".repeat(100_000)));
        assertThat(asked.get(3)).hasSizeLessThan(1_100);
    }

    @Test
    void encodesNothingThatNobodyAsksFor() {
        EncodedText text = EncodedText.of(new NewsText("Talks in Oman", "“Good,” he said."), encoder);
        text.lead();
        text.lead();
        assertThat(asked).containsExactly("Talks in Oman. “Good,” he said");
    }

    private void encodeAll(NewsText text) {
        EncodedText encoded = EncodedText.of(text, encoder);
        encoded.title();
        encoded.lead();
    }
}
