package io.geowire.enrichment.training.entity;

import io.geowire.enrichment.entity.EntityType;
import io.geowire.enrichment.entity.TaggerModel;
import io.geowire.enrichment.entity.TaggingTask;
import io.geowire.enrichment.entity.TaggingTask.Sequence;
import io.geowire.enrichment.entity.Tags;
import io.geowire.enrichment.text.Span;
import io.geowire.enrichment.training.entity.ConditionalField.Example;
import io.geowire.enrichment.training.entity.TrainingText.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes examples of texts and fits the tagger to them. */
final class TaggerTrainer {
    private static final int OPEN = Tags.ofTypes(List.of(EntityType.TREATY, EntityType.EVENT));

    private final TaggingTask task;
    private final Random random;
    private final List<Example> examples = new ArrayList<>();

    TaggerTrainer(TaggingTask task, long seed) {
        this.task = task;
        this.random = new Random(seed);
    }

    /**
     * Takes a text in.
     *
     * @param hidden share of the table's entities that the tagger does not get to see: it must learn to do without them
     */
    void add(TrainingText text, double hidden) {
        long salt = random.nextLong();
        for (Sequence sequence :
                task.sequences(text.text(), id -> new Random(salt ^ id.hashCode() * 31L).nextDouble() >= hidden)) {
            if (sequence.allowed().length > 0) {
                examples.add(example(sequence, text));
            }
        }
    }

    private static Example example(Sequence sequence, TrainingText text) {
        List<Tags.Name> names = new ArrayList<>();
        for (Mention mention : text.mentions()) {
            Tags.Name name = sequence.isOf(mention.span()) ? sequence.name(mention.span(), mention.type()) : null;
            if (name != null) {
                names.add(name);
            }
        }
        int[] tags = Tags.of(sequence.allowed().length, names);
        int[] right = new int[tags.length];
        for (int i = 0; i < tags.length; i++) {
            right[i] = 1 << tags[i];
        }
        for (Span span : text.open()) {
            Tags.Name name = sequence.isOf(span) ? sequence.name(span, EntityType.EVENT) : null;
            for (int i = name == null ? 0 : name.from(); name != null && i < name.to(); i++) {
                right[i] = OPEN;
            }
        }
        return new Example(sequence.features(), sequence.allowed(), right);
    }

    /** How many fields of texts there are to learn from. */
    int size() {
        return examples.size();
    }

    TaggerModel train(String about, ConditionalField.Settings settings) {
        ConditionalField field = new ConditionalField(examples, settings);
        field.train(random.nextLong());
        return field.model(about);
    }
}
