package io.geowire.enrichment.entity;

import io.geowire.enrichment.entity.KnownText.InField;
import io.geowire.enrichment.text.NewsText;
import io.geowire.enrichment.text.Span;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the tagger is asked: features and permitted tags of each token of a text. Training and recognition share it. */
public final class TaggingTask {
    private final KnownNames knownNames;
    private final Lexicon lexicon;

    TaggingTask(KnownNames knownNames, Lexicon lexicon) {
        this.knownNames = knownNames;
        this.lexicon = lexicon;
    }

    /**
     * The task with the table that comes with Geowire and the word lists of a folder, {@code word-clusters.txt.gz} and {@code
     * person-names.txt}.
     *
     * @throws IOException if they cannot be read
     */
    public static TaggingTask of(WordLists lists) throws IOException {
        EntityTable table = EntityTable.load();
        Cues cues = Cues.load(table);
        return new TaggingTask(new KnownNames(table), Lexicon.of(cues, lists));
    }

    /** Where word lists come from, by name. */
    @FunctionalInterface
    public interface WordLists {
        InputStream open(String name) throws IOException;
    }

    /**
     * A field as the tagger sees it.
     *
     * @param features of each token; none where only {@link Tags#OUTSIDE} is permitted
     * @param allowed bits of the tags permitted to each token
     */
    public record Sequence(Field field, int[][] features, int[] allowed) {

        /** The tokens of a span; null if it does not begin and end with tokens. */
        public Tags.@Nullable Name name(Span span, EntityType type) {
            int from = -1;
            for (int i = 0; i < field.size(); i++) {
                if (field.token(i).start() == span.start()) {
                    from = i;
                }
                if (field.token(i).end() == span.end() && from >= 0) {
                    return new Tags.Name(from, i + 1, type);
                }
            }
            return null;
        }

        public boolean isOf(Span span) {
            return field.name() == span.field();
        }
    }

    /**
     * The fields of a text.
     *
     * @param shown which entities of the table to show to the tagger: training hides some, so that it learns to do without
     */
    public List<Sequence> sequences(NewsText text, Predicate<String> shown) {
        return sequences(knownNames.find(Field.of(text)).fields().stream()
                .map(field -> field.only(match -> shown.test(match.entity().id())))
                .toList());
    }

    List<Sequence> sequences(List<InField> fields) {
        WordsSeen seen = new WordsSeen(fields.stream().map(InField::field).toList());
        List<Sequence> sequences = new ArrayList<>();
        for (InField known : fields) {
            TaggedField tagged = new TaggedField(known.field(), known.names(), lexicon, seen);
            sequences.add(new Sequence(known.field(), TagFeatures.of(tagged), tagged.allowed));
        }
        return sequences;
    }
}
