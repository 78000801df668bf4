package io.geowire.enrichment.training.entity;

import io.geowire.enrichment.entity.EntityType;
import io.geowire.enrichment.evaluation.Cases;
import io.geowire.enrichment.training.entity.TrainingText.Mention;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Puts other names of the same type into a text: the words around a name are what should be learnt. */
final class NameSwap {
    private final NameStock stock;

    NameSwap(NameStock stock) {
        this.stock = stock;
    }

    /** The text with part of its names changed; each mention of one thing in the same way. */
    TrainingText swap(TrainingText text, double share, Random random) {
        Map<String, String> chosen = new HashMap<>();
        for (Mention mention : text.mentions()) {
            String key = mention.type() + mention.name();
            if (!chosen.containsKey(key)) {
                boolean swaps = random.nextDouble() < share && isSwappable(mention);
                chosen.put(key, swaps ? stock.any(mention.type(), random) : "");
            }
        }
        return Rewriter.replace(text, mention -> {
            String other = chosen.getOrDefault(mention.type() + mention.name(), "");
            return other.isEmpty() ? mention.span().text() : inPlace(mention, other);
        });
    }

    /** An acronym or a one-word name of a body says nothing that the name of another body would. */
    private static boolean isSwappable(Mention mention) {
        return mention.type() != EntityType.ORGANIZATION || mention.name().indexOf(' ') > 0;
    }

    private static String inPlace(Mention mention, String other) {
        String old = mention.span().text();
        boolean single = old.indexOf(' ') < 0;
        String words =
                mention.type() == EntityType.PERSON && single && mention.name().indexOf(' ') > 0
                        ? other.substring(other.lastIndexOf(' ') + 1)
                        : other;
        if (single && mention.type() == EntityType.ORGANIZATION) {
            return old;
        }
        boolean upper = old.length() > 3 && old.equals(old.toUpperCase(Locale.ROOT));
        return upper ? Cases.upper(words) : words;
    }
}
