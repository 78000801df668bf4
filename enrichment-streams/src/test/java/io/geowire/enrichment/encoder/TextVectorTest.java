package io.geowire.enrichment.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TextVectorTest {
    private static float[] random(Random random) {
        float[] vector = new float[384];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }

    private static double cosine(float[] one, float[] other) {
        double product = 0;
        double squares = 0;
        double otherSquares = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
            squares += one[i] * one[i];
            otherSquares += other[i] * other[i];
        }
        return product / Math.sqrt(squares * otherSquares);
    }

    @RepeatedTest(50)
    void roundingCostsNextToNothing(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        float[] one = random(random);
        float[] other = random(random);
        assertThat(TextVector.of(one).cosine(TextVector.of(other)))
                .as("seed %d", repetition.getCurrentRepetition())
                .isCloseTo(cosine(one, other), within(0.002));
        assertThat(TextVector.of(one).cosine(TextVector.of(one))).isCloseTo(1, within(1e-12));
    }

    @Test
    void lengthSaysNothing() {
        assertThat(TextVector.of(new float[] {2, -1})).isEqualTo(TextVector.of(new float[] {200, -100}));
    }

    @Test
    void isRestoredFromItsBytes() {
        TextVector vector = TextVector.of(new float[] {0.3f, -1, 0});
        assertThat(TextVector.of(vector.bytes())).isEqualTo(vector).hasSameHashCodeAs(vector);
        assertThat(TextVector.of(TextVector.NONE.bytes())).isSameAs(TextVector.NONE);
    }

    @Test
    void whatHasNoDirectionIsLikeNothing() {
        TextVector zero = TextVector.of(new float[2]);
        TextVector vector = TextVector.of(new float[] {1, 1});
        assertThat(zero.cosine(vector)).isZero();
        assertThat(vector.cosine(TextVector.NONE)).isZero();
        assertThat(zero.component(0)).isZero();
    }

    @Test
    void vectorsOfTwoModelsAreNotCompared() {
        assertThatThrownBy(() -> TextVector.of(new float[] {1}).cosine(TextVector.of(new float[] {1, 1})))
                .hasMessage("1 and 2 dimensions cannot be compared");
    }
}
