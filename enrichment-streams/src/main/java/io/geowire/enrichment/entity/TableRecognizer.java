package io.geowire.enrichment.entity;

import io.geowire.enrichment.text.NewsText;
import io.geowire.enrichment.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Recognises the entities of a table, and by a trained tagger the names it does not know. See the package's page for how.
 */
public final class TableRecognizer implements EntityRecognizer {
    private final MentionFinder mentions;
    private final Coreference coreference;

    /** A recogniser of the given entities, which finds other names by the given model and knows the given towns again. */
    public TableRecognizer(EntityTable table, Towns towns, TaggerModel model) {
        Cues cues = Cues.load(table);
        KnownNames knownNames = new KnownNames(table);
        Lexicon lexicon = Lexicon.load(cues);
        Names names = new Names(table, cues);
        this.mentions = new MentionFinder(
                knownNames, new TaggingTask(knownNames, lexicon), model, names, new TownLinks(towns, lexicon, names));
        this.coreference = new Coreference(cues);
    }

    /** A recogniser of the entities that come with Geowire. Loading takes about a second: keep it. */
    public static TableRecognizer load() {
        return load(EntityTable.load());
    }

    /** The same, with the table of entities that was loaded already. */
    public static TableRecognizer load(EntityTable entities) {
        return new TableRecognizer(entities, Towns.load(), TaggerModel.load());
    }

    @Override
    public List<LinkedEntity> recognize(NewsText text) {
        List<Field> fields = Field.of(text);
        return entities(text, coreference.resolve(fields, mentions.find(fields)));
    }

    private static List<LinkedEntity> entities(NewsText text, List<Found> mentions) {
        Map<String, Referent> referents = new LinkedHashMap<>();
        Map<String, List<Span>> spans = new LinkedHashMap<>();
        for (Found mention : mentions) {
            Referent referent = mention.referent();
            referents.putIfAbsent(referent.id(), referent);
            spans.computeIfAbsent(referent.id(), id -> new ArrayList<>())
                    .add(mention.field().span(mention.from(), mention.to()));
        }
        List<LinkedEntity> entities = new ArrayList<>();
        referents.forEach((id, referent) -> {
            List<Span> where = spans.getOrDefault(id, List.of());
            entities.add(new LinkedEntity(
                    id, referent.name(), referent.type(), referent.countries(), where, Salience.of(text, where)));
        });
        entities.sort(Comparator.comparingDouble(LinkedEntity::salience).reversed());
        return entities;
    }
}
