package io.geowire.enrichment.training.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.enrichment.entity.Decoder;
import io.geowire.enrichment.entity.EntityType;
import io.geowire.enrichment.entity.TaggerModel;
import io.geowire.enrichment.entity.Tags;
import io.geowire.enrichment.training.entity.ConditionalField.Example;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConditionalFieldTest {
    private static final int NOISE = 50;
    private static final int ONCE = 999;

    /** Sequences of three tokens: feature 1 marks a place, 2 a person, 3 neither; others mean nothing. */
    private static List<Example> examples() {
        Random random = new Random(5);
        List<Example> examples = new ArrayList<>();
        for (int n = 0; n < 200; n++) {
            int[][] features = new int[3][];
            int[] right = new int[3];
            int[] allowed = {Tags.ALL, Tags.ALL, Tags.ALL};
            for (int i = 0; i < 3; i++) {
                int sign = 1 + random.nextInt(3);
                features[i] = new int[] {sign, n + i == 0 ? ONCE : 10 + random.nextInt(NOISE)};
                right[i] = 1 << tag(sign);
            }
            examples.add(new Example(features, allowed, right));
        }
        return examples;
    }

    private static int tag(int sign) {
        if (sign == 3) {
            return Tags.OUTSIDE;
        }
        EntityType type = sign == 1 ? EntityType.LOCATION : EntityType.PERSON;
        return Tags.of(1, List.of(new Tags.Name(0, 1, type)))[0];
    }

    private static TaggerModel trained(long seed) {
        ConditionalField field = new ConditionalField(examples(), ConditionalField.Settings.DEFAULT);
        field.train(seed);
        return field.model("a test");
    }

    private static byte[] bytes(TaggerModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }

    @Test
    void learnsWhatTheFeaturesTell() {
        int[][] features = {{3}, {1}, {2}, {3}};
        int[] allowed = {Tags.ALL, Tags.ALL, Tags.ALL, Tags.ALL};
        assertThat(Decoder.decode(features, allowed, trained(1))).containsExactly(tag(3), tag(1), tag(2), tag(3));
    }

    @Test
    void givesTheSameModelForTheSameSeed() throws IOException {
        assertThat(bytes(trained(1))).isEqualTo(bytes(trained(1))).isNotEqualTo(bytes(trained(2)));
    }

    @Test
    void leavesOutAFeatureSeenOnlyOnce() {
        float[] scores = new float[Tags.COUNT];
        trained(1).add(new int[] {ONCE}, scores);
        assertThat(scores).containsOnly(0);
    }
}
