package io.geowire.enrichment.related;

import io.geowire.enrichment.encoder.EncodedText;
import io.geowire.enrichment.entity.EntityTable;
import io.geowire.enrichment.entity.LinkedEntity;
import io.geowire.enrichment.text.NewsText;
import io.geowire.enrichment.text.Span;
import io.geowire.enrichment.text.TextField;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reduces an article to what is compared with others: the terms and entities of its title and lead, and a sketch of its body. */
public final class Fingerprinter {
    static final int TITLE_WORDS = 40;
    private static final int LEAD_WORDS = 40;
    private static final int BODY_WORDS = 1_000;
    private static final int LEAD_CHARACTERS = 400;
    private static final int MOST_ENTITIES = 20;

    private final DocumentFrequencies frequencies;
    private final Set<String> stopWords = StopWords.load();
    private final BlockKeys blockKeys;
    private final Demonyms demonyms;

    public Fingerprinter(DocumentFrequencies frequencies, PairModel model, Demonyms demonyms) {
        this.frequencies = frequencies;
        this.demonyms = demonyms;
        this.blockKeys = new BlockKeys(model);
    }

    /** With the tables and the model that come with Geowire. */
    public static Fingerprinter shipped() {
        return shipped(EntityTable.load());
    }

    /** The same, with the table of entities that was loaded already. */
    public static Fingerprinter shipped(EntityTable entities) {
        return new Fingerprinter(DocumentFrequencies.load(), PairModel.shipped(), Demonyms.of(entities));
    }

    /** How common terms and entities are as far as the background corpus tells. */
    public DocumentFrequencies background() {
        return frequencies;
    }

    /** Profiles an article by itself; its entities are those recognised in the same text. */
    public Profile profile(EncodedText encoded, List<LinkedEntity> linked) {
        return profile(encoded, linked, frequencies);
    }

    /**
     * Profiles an article; its entities are those recognised in the same text.
     *
     * @param shares how common terms and entities are: what it can be found by depends on it, what is compared does not
     */
    public Profile profile(EncodedText encoded, List<LinkedEntity> linked, Shares shares) {
        NewsText text = encoded.text();
        List<String> body = text.body() == null ? List.of() : Words.of(text.body(), BODY_WORDS);
        List<Weighted> terms = terms(text.title(), body.subList(0, Math.min(LEAD_WORDS, body.size())));
        List<LinkedEntity> named = linked.stream()
                .filter(entity -> entity.mentions().stream().anyMatch(Fingerprinter::inTitleOrLead))
                .limit(MOST_ENTITIES)
                .toList();
        List<Weighted> entities = entities(named);
        List<String> countries = countries(text, named);
        return new Profile(
                terms,
                entities,
                countries,
                blockKeys.of(terms, entities, countries, encoded.lead(), shares),
                Sketch.of(body),
                encoded.lead());
    }

    private List<Weighted> terms(String title, List<String> lead) {
        Map<String, Boolean> inTitle = new TreeMap<>();
        Words.of(title, TITLE_WORDS).forEach(word -> inTitle.put(word, true));
        lead.forEach(word -> inTitle.putIfAbsent(word, false));
        return inTitle.entrySet().stream()
                .filter(term -> term.getKey().length() > 1 && !stopWords.contains(term.getKey()))
                .map(term -> new Weighted(term.getKey(), frequencies.weight(term.getKey()), term.getValue()))
                .toList();
    }

    private List<Weighted> entities(List<LinkedEntity> named) {
        return named.stream()
                .map(entity -> new Weighted(
                        entity.id(),
                        frequencies.weight(entity.id()),
                        entity.mentions().stream().anyMatch(Fingerprinter::inTitle)))
                .sorted(Comparator.comparing(Weighted::name))
                .toList();
    }

    /** Countries of the entities and of the demonyms, those of the title first; otherwise in order of code. */
    private List<String> countries(NewsText text, List<LinkedEntity> named) {
        Map<String, Boolean> inTitle = new TreeMap<>();
        demonyms.countries(text.title()).forEach(country -> inTitle.put(country, true));
        String body = text.field(TextField.BODY);
        demonyms.countries(body.substring(0, Math.min(LEAD_CHARACTERS, body.length())))
                .forEach(country -> inTitle.putIfAbsent(country, false));
        named.forEach(entity -> entity.countries()
                .forEach(country -> inTitle.merge(
                        country, entity.mentions().stream().anyMatch(Fingerprinter::inTitle), Boolean::logicalOr)));
        return inTitle.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean inTitleOrLead(Span mention) {
        return inTitle(mention) || mention.start() < LEAD_CHARACTERS;
    }

    private static boolean inTitle(Span mention) {
        return mention.field() == TextField.TITLE;
    }
}
