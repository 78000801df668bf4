package io.geowire.enrichment.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.geowire.enrichment.encoder.TextVector;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MiniLmTest {
    private static final MiniLm MODEL = MiniLm.load();

    @AfterAll
    static void close() {
        MODEL.close();
    }

    /** The reference implementation of the same quantised model has .758 for this pair. */
    @Test
    void agreesWithTheReference() {
        TextVector eating = MODEL.encode("A man is eating food.");
        TextVector bread = MODEL.encode("A man is eating a piece of bread.");
        assertThat(eating.dimensions()).isEqualTo(384);
        assertThat(eating.cosine(bread)).isCloseTo(0.758, within(0.02));
    }

    @Test
    void likeMeaningsPointAlike() {
        TextVector warheads = MODEL.encode("Kremlin dangles warhead cap if Washington does likewise");
        TextVector newStart = MODEL.encode("Putin offers one-year extension of New START limits");
        TextVector cake = MODEL.encode("Lemon cake without butter: a recipe for Sunday");
        assertThat(warheads.cosine(newStart)).isGreaterThan(warheads.cosine(cake) + 0.2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000", "\ud83d", "محادثات مسقط", "ไทย", "🛢️ €3 ½"})
    void takesAnyText(String text) {
        assertThat(MODEL.encode(text).dimensions()).isEqualTo(384);
    }

    @Test
    void cutsALongText() {
        String start = "Envoys meet in Muscat. ".repeat(40);
        assertThat(MODEL.encode(start + "Something else follows here."))
                .isEqualTo(MODEL.encode(start + "The end is near."));
    }

    @Test
    void severalThreadsGetWhatOneGets() throws Exception {
        List<String> texts = IntStream.range(0, 40)
                .mapToObj(i -> "Delegation " + i + " arrives for talks")
                .toList();
        List<TextVector> alone = texts.stream().map(MODEL::encode).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<TextVector>> together = texts.stream()
                    .map(text -> threads.submit(() -> MODEL.encode(text)))
                    .toList();
            for (int i = 0; i < texts.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i));
            }
        } finally {
            threads.shutdown();
        }
    }
}
