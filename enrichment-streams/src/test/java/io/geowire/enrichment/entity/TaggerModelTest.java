package io.geowire.enrichment.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class TaggerModelTest {
    private static final int[] HASHES = {5, 1_000_000, -7};

    private static TaggerModel model() {
        float[][] weights = new float[HASHES.length][Tags.COUNT];
        weights[0][0] = 2;
        weights[1][3] = -1;
        weights[1][20] = 0.5f;
        weights[2][1] = 1.25f;
        float[][] transitions = new float[Tags.COUNT][Tags.COUNT];
        transitions[0][1] = 0.75f;
        return TaggerModel.of("a licence", HASHES, weights, transitions);
    }

    private static byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model().write(out);
        return out.toByteArray();
    }

    private static byte[] unzipped() throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(bytes())).readAllBytes();
    }

    private static TaggerModel read(byte[] plain) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(plain);
        }
        return TaggerModel.read("m.bin.gz", new ByteArrayInputStream(zipped.toByteArray()));
    }

    @Test
    void scoresAsBeforeWhenWrittenAndRead() throws IOException {
        TaggerModel read = TaggerModel.read("m.bin.gz", new ByteArrayInputStream(bytes()));
        float[] before = new float[Tags.COUNT];
        float[] after = new float[Tags.COUNT];
        int[] features = {5, 1_000_000, -7, 99};
        model().add(features, before);
        read.add(features, after);
        assertThat(after).isEqualTo(before);
        assertThat(after[0] / after[3]).isCloseTo(-2f, within(0.05f));
        assertThat(read.transition(0, 1)).isPositive().isEqualTo(model().transition(0, 1));
        assertThat(read.about()).isEqualTo("a licence");
        assertThat(read.size()).isEqualTo(3);
    }

    @Test
    void sumsAsManyFeaturesAsATokenHas() {
        int[] features = new int[1000];
        for (int i = 0; i < features.length; i++) {
            features[i] = HASHES[i % 2];
        }
        float[] once = new float[Tags.COUNT];
        float[] often = new float[Tags.COUNT];
        model().add(new int[] {HASHES[0], HASHES[1]}, once);
        model().add(features, often);
        for (int tag = 0; tag < Tags.COUNT; tag++) {
            assertThat(often[tag]).isEqualTo(500 * once[tag]);
        }
    }

    @Test
    void rejectsWhatIsNoModel() {
        assertThatThrownBy(() -> TaggerModel.read("m.bin.gz", new ByteArrayInputStream(new byte[] {1, 2, 3})))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("m.bin.gz: ");
        assertThatThrownBy(() -> read("some text\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("m.bin.gz: no tagger model: the first line is not 'geowire tagger 1'");
    }

    @Test
    void rejectsAModelOfOtherTags() throws IOException {
        byte[] plain = unzipped();
        int tags = "geowire tagger 1\na licence\n".length();
        plain[tags + 3] = 11;
        assertThatThrownBy(() -> read(plain)).hasMessageContaining("it has 11 tags, not " + Tags.COUNT);
    }

    @Test
    void rejectsAModelCutShortAnywhere() throws IOException {
        byte[] plain = unzipped();
        for (int length = 0; length < plain.length; length++) {
            byte[] cut = Arrays.copyOf(plain, length);
            assertThatThrownBy(() -> read(cut))
                    .as("%d bytes", length)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("m.bin.gz: ");
        }
    }

    @Test
    void rejectsAModelThatGoesOn() throws IOException {
        byte[] plain = Arrays.copyOf(unzipped(), unzipped().length + 1);
        assertThatThrownBy(() -> read(plain)).hasMessageContaining("something follows the last feature");
    }

    @Test
    void theModelThatShipsSaysWhatItWasTrainedOn() {
        assertThat(TaggerModel.load().about()).contains("Apache-2.0", "Wikigold", "CC BY 4.0", "CC BY-SA 4.0");
    }
}
