package io.geowire.enrichment.training.entity;

import io.geowire.enrichment.evaluation.Cases;
import io.geowire.enrichment.text.NewsText;
import io.geowire.enrichment.text.Sentences;
import io.geowire.enrichment.text.Span;
import io.geowire.enrichment.text.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Sets headlines, and sentences as if they were headlines, in the cases that newsrooms use. */
final class Variants {
    private static final int LONGEST_HEADLINE = 160;

    private final Predicate<String> proper;

    /** With a test of folded words that have a capital although they are no names. */
    Variants(Predicate<String> proper) {
        this.proper = proper;
    }

    /** The text and its variants. */
    List<TrainingText> of(TrainingText text, Random random) {
        List<TrainingText> all = new ArrayList<>();
        all.add(text);
        String title = text.text().title();
        if (!title.isEmpty()) {
            TrainingText headline = Rewriter.headline(text, TextField.TITLE, 0, title.length());
            if (text.text().body() != null) {
                all.add(headline);
            }
            all.add(sentence(headline));
            all.add(cased(headline, random.nextInt(3) == 0 ? Cases::everyWord : Cases::title));
            if (random.nextInt(2) == 0) {
                all.add(cased(headline, Cases::upper));
            }
        }
        String body = text.text().field(TextField.BODY);
        for (Span sentence : Sentences.of(TextField.BODY, body)) {
            if (sentence.text().length() <= LONGEST_HEADLINE && random.nextInt(2) == 0) {
                TrainingText headline = Rewriter.headline(text, TextField.BODY, sentence.start(), sentence.end());
                int style = random.nextInt(8);
                all.add(cased(headline, style == 0 ? Cases::upper : style < 3 ? Cases::everyWord : Cases::title));
            }
        }
        return all;
    }

    private TrainingText sentence(TrainingText headline) {
        List<Span> names =
                headline.mentions().stream().map(TrainingText.Mention::span).toList();
        return cased(headline, title -> Cases.sentence(title, names, proper));
    }

    private static TrainingText cased(TrainingText headline, UnaryOperator<String> set) {
        NewsText text = headline.text();
        return Rewriter.reset(headline, set.apply(text.title()), text.body());
    }
}
