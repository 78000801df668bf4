package io.geowire.enrichment.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.geowire.enrichment.encoder.TextVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairModelTest {
    private static final String GOOD = """
            # A model.
            licence: CC0
            bias: -1
            meaning: 2
            terms: 3.5
            title-terms: 0
            entities: 1
            named: 0.5
            title-named: 0.75
            countries: 0.25
            unplaced: 0.125
            distance: -1.5
            days: -2
            same-event: 0.4
            related: 0.2
            cluster: fwA=
            cluster: AH8=
            """;

    private static PairModel parse(String text) {
        return PairModel.parse("my.model", text.lines().toList());
    }

    private static PairFeatures features(double meaning, double terms, double entities, double hours) {
        return new PairFeatures(meaning, terms, 0, entities, 0, 0, 0, 0, Math.log1p(hours), hours / 24);
    }

    @Test
    void readsAModel() {
        PairModel model = parse(GOOD);
        assertThat(model.weights()).containsExactly(2.0, 3.5, 0.0, 1.0, 0.5, 0.75, 0.25, 0.125, -1.5, -2.0);
        assertThat(model.score(features(0, 0, 0, 0))).isCloseTo(1 / (1 + Math.E), within(1e-9));
        assertThat(model.score(features(0.5, 0, 0, 0))).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void findsTheNearestClusters() {
        PairModel model = parse(GOOD);
        assertThat(model.nearest(TextVector.of(new float[] {1, 2}), 2)).containsExactly(1, 0);
        assertThat(model.nearest(TextVector.of(new float[] {2, 1}), 1)).containsExactly(0);
        assertThat(model.nearest(TextVector.NONE, 2)).isEmpty();
        assertThat(model.nearest(TextVector.of(new float[2]), 2)).isEmpty();
    }

    @Test
    void shipsAModelThatValuesWhatPairsShare() {
        PairModel model = PairModel.shipped();
        assertThat(model.clusters()).hasSize(64).allMatch(cluster -> cluster.dimensions() == 384);
        assertThat(model.score(features(0.8, 0.4, 0.5, 2)))
                .isGreaterThan(model.sameEvent())
                .isGreaterThan(model.score(features(0.8, 0.4, 0.5, 60)));
        assertThat(model.score(features(0.1, 0, 0, 2))).isLessThan(model.related());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "licence: CC0;    # none;           my.model: no licence",
                "bias: -1;        # none;           my.model: no bias",
                "bias: -1;        bias: NaN;        my.model:3: bias is no number: 'NaN'",
                "bias: -1;        bias: 1e9;        my.model:3: bias is no number: '1e9'",
                "terms: 3.5;      terms 3.5;        my.model:5: unknown key 'terms 3.5'",
                "terms: 3.5;      bias: 2;          my.model:5: 'bias' is there already",
                "same-event: 0.4; same-event: 0.1;  my.model: least scores must be 0 <= related <= same-event <= 1, not 0.2 and 0.1",
                "cluster: fwA=;   cluster: f-;      my.model:16: Illegal base64 character 2d"
            })
    void namesLineAndReasonOfAFault(String good, String bad, String message) {
        assertThatThrownBy(() -> parse(GOOD.replace(good, bad)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
