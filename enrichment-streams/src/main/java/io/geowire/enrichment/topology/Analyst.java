package io.geowire.enrichment.topology;

import io.geowire.enrichment.encoder.EncodedText;
import io.geowire.enrichment.encoder.TextEncoder;
import io.geowire.enrichment.entity.EntityRecognizer;
import io.geowire.enrichment.entity.LinkedEntity;
import io.geowire.enrichment.related.Fingerprinter;
import io.geowire.enrichment.related.Shares;
import io.geowire.enrichment.text.NewsText;
import io.geowire.enrichment.topic.TopicClassifier;
import io.geowire.events.Article;
import io.geowire.service.RecordFaultException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Analyses one article by itself. All it knows is English: an article that declares another language is passed on without
 * guesses, and related to nothing.
 *
 * @param encoder turns its text into vectors
 * @param recognizer finds its entities
 * @param classifier finds its topics
 * @param fingerprinter finds what it is compared by
 */
public record Analyst(
        TextEncoder encoder, EntityRecognizer recognizer, TopicClassifier classifier, Fingerprinter fingerprinter) {

    /**
     * Analyses an article.
     *
     * @param shares how common terms and entities are of late
     * @throws RecordFaultException if the text cannot be analysed
     */
    Analysis analyse(Article article, Shares shares) {
        if (!isEnglish(article.getLanguage())) {
            return Analysis.NONE;
        }
        NewsText text = EventMapper.text(article);
        return Faults.ofRecord("article " + article.getId() + " cannot be analysed", () -> {
            List<LinkedEntity> entities = recognizer.recognize(text);
            EncodedText encoded = EncodedText.of(text, encoder);
            return new Analysis(
                    entities, classifier.classify(encoded), fingerprinter.profile(encoded, entities, shares));
        });
    }

    /** An article that declares no language is taken for English. */
    private static boolean isEnglish(@Nullable String tag) {
        return tag == null || Locale.forLanguageTag(tag).getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
