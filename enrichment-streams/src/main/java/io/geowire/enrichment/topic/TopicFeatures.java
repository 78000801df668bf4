package io.geowire.enrichment.topic;

import io.geowire.enrichment.encoder.EncodedText;
import io.geowire.enrichment.encoder.TextVector;
import io.geowire.enrichment.text.Span;
import io.geowire.enrichment.text.TextField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a text is judged by: what the lexicon says of each topic and against all, the vector of title and lead, and the words, pairs of
 * words and pieces of words (three to five letters, its edges included) of title and lead. The last three are hashed into
 * {@value #BUCKETS} buckets; those of one kind have length 1 together.
 */
public final class TopicFeatures {
    /** Buckets of words, pairs and pieces. */
    public static final int BUCKETS = 1 << 16;

    private static final int TITLE_WORDS = 60;
    private static final int SHORTEST_PIECE = 3;
    private static final int LONGEST_PIECE = 5;
    private static final int LONGEST_WORD = 40;

    private static final int WORD = 0x9e3779b9;
    private static final int PAIR = 0x85ebca6b;
    private static final int PIECE = 0xc2b2ae35;

    private final SparseVector vector;
    private final List<Part> parts;

    /** A word and the buckets of what it is in. */
    private record Part(TextField field, Word word, List<Integer> own, List<Integer> pairs, List<Integer> pieces) {}

    private TopicFeatures(SparseVector vector, List<Part> parts) {
        this.vector = vector;
        this.parts = parts;
    }

    /**
     * The features of a text.
     *
     * @param lexicon what the lexicon says of it: as many topics as the model knows
     */
    static TopicFeatures of(EncodedText text, LexiconTopicClassifier.Verdict lexicon) {
        List<Part> parts = new ArrayList<>();
        parts.addAll(parts(text, TextField.TITLE, TITLE_WORDS));
        parts.addAll(parts(text, TextField.BODY, EncodedText.LEAD_WORDS));
        return new TopicFeatures(vector(text.lead(), lexicon, parts), parts);
    }

    /** The features of a text, with what a lexicon says of it. */
    public static TopicFeatures of(EncodedText text, LexiconTopicClassifier lexicon) {
        return of(text, lexicon.verdict(text.text()));
    }

    /** How many features there are for so many topics and dimensions of a text's vector. */
    public static int count(int topics, int dimensions) {
        return topics + 1 + dimensions + BUCKETS;
    }

    public SparseVector vector() {
        return vector;
    }

    private static List<Part> parts(EncodedText text, TextField field, int most) {
        List<Word> words = Word.of(field, text.text().field(field));
        List<Part> parts = new ArrayList<>();
        String last = "";
        for (Word word : words.subList(0, Math.min(most, words.size()))) {
            String folded = word.folded()
                    .substring(0, Math.min(LONGEST_WORD, word.folded().length()));
            List<Integer> pairs = last.isEmpty() ? List.of() : List.of(bucket(PAIR, last + " " + folded));
            parts.add(new Part(field, word, List.of(bucket(WORD, folded)), pairs, pieces(" " + folded + " ")));
            last = folded;
        }
        return parts;
    }

    private static List<Integer> pieces(String word) {
        List<Integer> pieces = new ArrayList<>();
        for (int length = SHORTEST_PIECE; length <= LONGEST_PIECE; length++) {
            for (int from = 0; from + length <= word.length(); from++) {
                pieces.add(bucket(PIECE, word.substring(from, from + length)));
            }
        }
        return pieces;
    }

    /** MurmurHash3's finaliser over the hash of the string: which buckets meet is the same everywhere. */
    private static int bucket(int kind, String text) {
        int h = text.hashCode() ^ kind;
        h ^= h >>> 16;
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        return (h ^ (h >>> 16)) & (BUCKETS - 1);
    }

    private static SparseVector vector(TextVector lead, LexiconTopicClassifier.Verdict lexicon, List<Part> parts) {
        int topics = lexicon.supports().size();
        int first = topics + 1 + lead.dimensions();
        float[] all = new float[first + BUCKETS];
        for (int i = 0; i < topics; i++) {
            all[i] = (float) lexicon.supports().get(i).score();
        }
        all[topics] = (float) lexicon.unrelated();
        for (int i = 0; i < lead.dimensions(); i++) {
            all[topics + 1 + i] = (float) lead.component(i);
        }
        BitSet words = new BitSet();
        BitSet pieces = new BitSet();
        for (Part part : parts) {
            part.own().forEach(words::set);
            part.pairs().forEach(words::set);
            part.pieces().forEach(pieces::set);
        }
        add(words, all, first);
        add(pieces, all, first);
        return sparse(all);
    }

    private static void add(BitSet buckets, float[] to, int first) {
        float value = (float) (1 / Math.sqrt(Math.max(1, buckets.cardinality())));
        buckets.stream().forEach(bucket -> to[first + bucket] += value);
    }

    private static SparseVector sparse(float[] all) {
        int[] indexes = new int[all.length];
        float[] values = new float[all.length];
        int count = 0;
        for (int i = 0; i < all.length; i++) {
            if (all[i] != 0) {
                indexes[count] = i;
                values[count++] = all[i];
            }
        }
        return new SparseVector(Arrays.copyOf(indexes, count), Arrays.copyOf(values, count));
    }

    /** Weighs a bucket. */
    @FunctionalInterface
    interface BucketWeight {
        double of(int bucket);
    }

    /**
     * The words that weigh most, in reading order: those of at least half the weight of the heaviest.
     *
     * @param weights of the buckets
     * @param most at most so many
     */
    List<Span> heaviest(EncodedText text, BucketWeight weights, int most) {
        double[] weight = new double[parts.size()];
        for (int i = 0; i < weight.length; i++) {
            Part part = parts.get(i);
            weight[i] = sum(part.own(), weights) + sum(part.pairs(), weights) / 2 + sum(part.pieces(), weights) / 4;
        }
        double heaviest = Arrays.stream(weight).max().orElse(0);
        return IntStream.range(0, weight.length)
                .boxed()
                .filter(i -> weight[i] == heaviest || weight[i] >= Math.abs(heaviest) / 2)
                .sorted((one, other) -> Double.compare(weight[other], weight[one]))
                .limit(most)
                .sorted()
                .map(i -> span(text, parts.get(i)))
                .toList();
    }

    private static Span span(EncodedText text, Part part) {
        return text.text().span(part.field(), part.word().start(), part.word().end());
    }

    private static double sum(List<Integer> buckets, BucketWeight weights) {
        double sum = 0;
        for (int bucket : buckets) {
            sum += weights.of(bucket);
        }
        return sum;
    }
}
