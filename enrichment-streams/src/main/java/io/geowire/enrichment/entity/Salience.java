package io.geowire.enrichment.entity;

import io.geowire.enrichment.text.NewsText;
import io.geowire.enrichment.text.Span;
import io.geowire.enrichment.text.TextField;
import java.util.List;

/**
 * How much a text is about what it mentions. Each mention speaks for it with a weight: one in the title most, the earlier the
 * more; one in the body the less the later. Together they give the chance that at least one of them is right, as if they were
 * independent: it grows with each mention and stays under 1.
 */
final class Salience {
    private static final double TITLE = 0.6;
    private static final double TITLE_END = 0.4;
    private static final double LEAD = 0.35;
    private static final double END = 0.08;
    /** Code units of a body after which a mention weighs half of what one in the lead does, beyond the end's weight. */
    private static final double HALF = 400;

    private static final double STEPS = 1000;

    private Salience() {}

    /** From 0 to 1, in thousandths. */
    static double of(NewsText text, List<Span> mentions) {
        double none = 1;
        for (Span mention : mentions) {
            none *= 1 - weight(text, mention);
        }
        return Math.floor((1 - none) * STEPS) / STEPS;
    }

    private static double weight(NewsText text, Span mention) {
        if (mention.field() == TextField.TITLE) {
            double place = (double) mention.start() / text.title().length();
            return TITLE - (TITLE - TITLE_END) * place;
        }
        return END + (LEAD - END) * HALF / (HALF + mention.start());
    }
}
