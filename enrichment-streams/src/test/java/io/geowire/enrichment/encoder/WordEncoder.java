package io.geowire.enrichment.encoder;

import io.geowire.enrichment.text.TextField;
import io.geowire.enrichment.text.Token;
import io.geowire.enrichment.text.Tokenizer;
import java.util.Random;

/** Stands in for a model: each word of three letters or more has a direction of its own, a text that of its words. As many dimensions as the model's. */
public final class WordEncoder implements TextEncoder {
    private static final int DIMENSIONS = 384;

    @Override
    public TextVector encode(String text) {
        float[] sum = new float[DIMENSIONS];
        for (Token token : Tokenizer.tokenize(TextField.TITLE, text)) {
            if (token.isWord() && token.text().length() > 2) {
                Random direction = new Random(token.folded().hashCode());
                for (int i = 0; i < DIMENSIONS; i++) {
                    sum[i] += (float) direction.nextGaussian();
                }
            }
        }
        return TextVector.of(sum);
    }
}
