package io.geowire.enrichment.evaluation;

import io.geowire.enrichment.entity.Alias;
import io.geowire.enrichment.entity.EntityRecognizer;
import io.geowire.enrichment.entity.EntityRecord;
import io.geowire.enrichment.entity.EntityTable;
import io.geowire.enrichment.entity.EntityType;
import io.geowire.enrichment.entity.LinkedEntity;
import io.geowire.enrichment.text.NewsText;
import io.geowire.enrichment.text.Span;
import io.geowire.enrichment.text.TextField;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Measures mentions and links. A mention is right if its span and its type are exactly those of a label. Headlines are
 * measured as they are given, with their body; and alone in title case, in sentence case and all in capitals. A link is right
 * if a mention that is right has the id that the label gives or, where it gives none, that of the table's entity of the
 * label's name; labels of names that the table does not have, or has twice, do not count.
 */
public final class EntityEvaluation implements Evaluation {
    private static final String BODIES = "bodies";
    private static final String GIVEN = "headlines as given";
    private static final String TITLE = "headlines in title case";
    private static final String SENTENCE = "headlines in sentence case";
    private static final String UPPER = "headlines in capitals";

    private final EntityRecognizer recognizer;
    private final Map<String, Set<String>> idsByName = new HashMap<>();
    private final Predicate<String> proper;

    /**
     * @param proper whether a folded word has a capital in running text although it is no name: Russian, Monday
     */
    public EntityEvaluation(EntityRecognizer recognizer, EntityTable table, Predicate<String> proper) {
        this.recognizer = recognizer;
        this.proper = proper;
        table.entities().forEach(this::add);
        table.cities().forEach(this::add);
    }

    private void add(EntityRecord entity) {
        for (Alias alias : entity.aliases()) {
            if (alias.strength() == Alias.Strength.PLAIN) {
                idsByName.computeIfAbsent(alias.text(), text -> new HashSet<>()).add(entity.id());
            }
        }
    }

    @Override
    public String part() {
        return "entities";
    }

    @Override
    public List<Figure> measure(List<LabelledArticle> news) {
        Run run = new Run();
        for (LabelledArticle article : news) {
            List<LabelledMention> mentions = article.mentions();
            if (mentions != null) {
                run.measure(article.text(), mentions);
            }
        }
        return run.figures();
    }

    private final class Run {
        private final Map<String, Map<EntityType, Counts>> scores = new HashMap<>();
        private Counts links = Counts.NONE;

        void measure(NewsText text, List<LabelledMention> mentions) {
            List<LinkedEntity> found = recognizer.recognize(text);
            compare(GIVEN, TextField.TITLE, mentions, found);
            if (text.body() != null) {
                compare(BODIES, TextField.BODY, mentions, found);
            }
            link(mentions, found);
            List<Span> names = mentions.stream()
                    .map(LabelledMention::span)
                    .filter(span -> span.field() == TextField.TITLE)
                    .toList();
            recased(TITLE, Cases.title(text.title()), mentions);
            recased(SENTENCE, Cases.sentence(text.title(), names, proper), mentions);
            recased(UPPER, Cases.upper(text.title()), mentions);
        }

        private void recased(String of, String title, List<LabelledMention> mentions) {
            compare(of, TextField.TITLE, mentions, recognizer.recognize(NewsText.headline(title)));
        }

        private void compare(String of, TextField field, List<LabelledMention> labels, List<LinkedEntity> found) {
            Set<Place> wanted = new HashSet<>();
            for (LabelledMention label : labels) {
                if (label.span().field() == field) {
                    wanted.add(Place.of(label.span(), label.type()));
                }
            }
            for (LinkedEntity entity : found) {
                for (Span span : entity.mentions()) {
                    if (span.field() == field) {
                        boolean right = wanted.remove(Place.of(span, entity.type()));
                        add(of, entity.type(), right ? new Counts(1, 0, 0) : new Counts(0, 1, 0));
                    }
                }
            }
            wanted.forEach(place -> add(of, place.type, new Counts(0, 0, 1)));
        }

        private void add(String of, EntityType type, Counts score) {
            scores.computeIfAbsent(of, key -> new EnumMap<>(EntityType.class)).merge(type, score, Counts::plus);
        }

        private void link(List<LabelledMention> labels, List<LinkedEntity> found) {
            Map<Place, String> ids = new HashMap<>();
            for (LinkedEntity entity : found) {
                entity.mentions().forEach(span -> ids.put(Place.of(span, entity.type()), entity.id()));
            }
            for (LabelledMention label : labels) {
                String id = ids.get(Place.of(label.span(), label.type()));
                Set<String> right = right(label);
                if (id != null && right.size() == 1) {
                    links = links.plus(right.contains(id) ? new Counts(1, 0, 0) : new Counts(0, 1, 0));
                }
            }
        }

        private Set<String> right(LabelledMention label) {
            String id = label.id();
            return id == null ? idsByName.getOrDefault(label.name(), Set.of()) : Set.of(id);
        }

        List<Figure> figures() {
            List<Figure> figures = new ArrayList<>();
            for (String of : List.of(BODIES, GIVEN, TITLE, SENTENCE, UPPER)) {
                Map<EntityType, Counts> byType = scores.getOrDefault(of, Map.of());
                if (!byType.isEmpty()) {
                    Counts all = byType.values().stream().reduce(Counts.NONE, Counts::plus);
                    figures.add(Figure.of(of, Figure.ALL, all));
                    byType.forEach((type, score) -> figures.add(Figure.of(of, type.name(), score)));
                }
            }
            int linked = links.right() + links.wrong();
            if (linked > 0) {
                figures.add(new Figure("links", Figure.ALL, linked, Map.of("accuracy", links.precision())));
            }
            return figures;
        }
    }

    /** Where a mention stands, whatever its capitals. */
    private record Place(TextField field, int start, int end, EntityType type) {
        static Place of(Span span, EntityType type) {
            return new Place(span.field(), span.start(), span.end(), type);
        }
    }
}
