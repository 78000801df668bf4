package io.geowire.enrichment.entity;

import io.geowire.enrichment.entity.Gazetteer.Match;
import io.geowire.enrichment.text.NewsText;
import io.geowire.enrichment.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Recognises the entities of a table, and by rules the names it does not know. See the package's page for how.
 */
public final class TableRecognizer implements EntityRecognizer {
    private final KnownNames knownNames;
    private final NameFinder nameFinder;
    private final Coreference coreference;

    /** A recogniser of the given entities. */
    public TableRecognizer(EntityTable table) {
        Cues cues = Cues.load(table);
        this.knownNames = new KnownNames(table);
        this.nameFinder = new NameFinder(cues, new Names(table, cues));
        this.coreference = new Coreference(cues);
    }

    /** A recogniser of the entities that come with Geowire. Loading takes part of a second: keep it. */
    public static TableRecognizer load() {
        return new TableRecognizer(EntityTable.load());
    }

    @Override
    public List<LinkedEntity> recognize(NewsText text) {
        List<Field> fields = Field.of(text);
        List<List<Match>> known = knownNames.find(fields);
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            found.addAll(nameFinder.find(fields.get(i), known.get(i)));
        }
        return entities(coreference.resolve(fields, found));
    }

    private static List<LinkedEntity> entities(List<Found> mentions) {
        Map<String, Referent> referents = new LinkedHashMap<>();
        Map<String, List<Span>> spans = new LinkedHashMap<>();
        for (Found mention : mentions) {
            Referent referent = mention.referent();
            referents.putIfAbsent(referent.id(), referent);
            spans.computeIfAbsent(referent.id(), id -> new ArrayList<>())
                    .add(mention.field().span(mention.from(), mention.to()));
        }
        List<LinkedEntity> entities = new ArrayList<>();
        referents.forEach((id, referent) -> entities.add(new LinkedEntity(
                id, referent.name(), referent.type(), referent.countries(), spans.getOrDefault(id, List.of()))));
        return entities;
    }
}
