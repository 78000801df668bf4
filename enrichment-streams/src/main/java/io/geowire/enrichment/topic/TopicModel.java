package io.geowire.enrichment.topic;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * The trained part of the topics: for each topic a linear function of {@link TopicFeatures}, turned into a probability, and one more
 * that says whether a text is about none of them.
 *
 * <p>The file is gzip over big-endian data: the text "geowire topic model 1" and the licence (each in Java's modified UTF-8, as
 * {@code writeUTF}), the number of topics, of dimensions and of buckets (ints), the topics' ids, the greatest probability of "none"
 * at which a text still gets labels (float); then for each topic and at last for "none": threshold (float), bias (float), the
 * weights of lexicon and vector (floats), the scale of the buckets (float) and their weights (a signed byte each, times scale).
 */
public final class TopicModel {
    /** First line of the file. */
    public static final String FORMAT = "geowire topic model 1";

    private static final String SHIPPED = "topics.model";
    private static final int MOST_TOPICS = 1_000;
    private static final int MOST_DIMENSIONS = 10_000;

    private final List<String> topics;
    private final int dimensions;
    private final double mostNone;
    private final List<Linear> outputs;

    /**
     * A linear function of the features.
     *
     * @param threshold the least probability that gives the label
     * @param dense weights of lexicon and vector
     * @param scale of the buckets
     * @param buckets their weights, times scale
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Linear(float threshold, float bias, float[] dense, float scale, byte[] buckets) {
        /** From 0 to 1. */
        public double probability(SparseVector vector) {
            double sum = bias;
            int[] indexes = vector.indexes();
            for (int i = 0; i < indexes.length; i++) {
                int index = indexes[i];
                sum += vector.values()[i] * (index < dense.length ? dense[index] : bucket(index - dense.length));
            }
            return 1 / (1 + StrictMath.exp(-sum));
        }

        double bucket(int bucket) {
            return buckets[bucket] * scale;
        }
    }

    /**
     * @param topics ids, in the order of the lexicon that the model was trained with
     * @param dimensions of a text's vector
     * @param mostNone the greatest probability of "none" at which a text still gets labels
     * @param outputs one for each topic and one for "none"
     */
    public TopicModel(List<String> topics, int dimensions, double mostNone, List<Linear> outputs) {
        if (outputs.size() != topics.size() + 1) {
            throw new IllegalArgumentException(outputs.size() + " outputs for " + topics.size() + " topics and none");
        }
        this.topics = List.copyOf(topics);
        this.dimensions = dimensions;
        this.mostNone = mostNone;
        this.outputs = List.copyOf(outputs);
    }

    /** The model that comes with Geowire. */
    public static TopicModel shipped() {
        try (InputStream in =
                Objects.requireNonNull(TopicModel.class.getResourceAsStream(SHIPPED), "no resource " + SHIPPED)) {
            return read(SHIPPED, in);
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Reads a model.
     *
     * @param name of the file, for messages
     * @throws IOException if it is no model, is damaged or cut off: {@code name: reason}
     */
    public static TopicModel read(String name, InputStream in) throws IOException {
        try (DataInputStream data = new DataInputStream(new BufferedInputStream(new GZIPInputStream(in)))) {
            TopicModel model = read(data);
            if (data.read() >= 0) {
                throw new IOException("more follows after its end");
            }
            return model;
        } catch (EOFException e) {
            throw new IOException(name + ": cut off", e);
        } catch (IOException e) {
            throw new IOException(name + ": " + e.getMessage(), e);
        }
    }

    private static TopicModel read(DataInputStream data) throws IOException {
        String format = data.readUTF();
        if (!format.equals(FORMAT)) {
            throw new IOException("expected '" + FORMAT + "', not '" + format + "'");
        }
        if (data.readUTF().isBlank()) {
            throw new IOException("no licence");
        }
        int count = within("number of topics", data.readInt(), 1, MOST_TOPICS);
        int dimensions = within("number of dimensions", data.readInt(), 0, MOST_DIMENSIONS);
        within("number of buckets", data.readInt(), TopicFeatures.BUCKETS, TopicFeatures.BUCKETS);
        List<String> topics = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            topics.add(data.readUTF());
        }
        if (new HashSet<>(topics).size() < count) {
            throw new IOException("a topic occurs twice");
        }
        double mostNone = finite(data.readFloat());
        List<Linear> outputs = new ArrayList<>();
        for (int i = 0; i <= count; i++) {
            outputs.add(linear(data, count + 1 + dimensions));
        }
        return new TopicModel(topics, dimensions, mostNone, outputs);
    }

    private static Linear linear(DataInputStream data, int dense) throws IOException {
        float threshold = finite(data.readFloat());
        float bias = finite(data.readFloat());
        float[] weights = new float[dense];
        for (int i = 0; i < dense; i++) {
            weights[i] = finite(data.readFloat());
        }
        float scale = finite(data.readFloat());
        byte[] buckets = new byte[TopicFeatures.BUCKETS];
        data.readFully(buckets);
        return new Linear(threshold, bias, weights, scale, buckets);
    }

    private static int within(String what, int value, int least, int most) throws IOException {
        if (value < least || value > most) {
            throw new IOException(what + " must be from " + least + " to " + most + ", not " + value);
        }
        return value;
    }

    private static float finite(float value) throws IOException {
        if (!Float.isFinite(value)) {
            throw new IOException("a weight is no number");
        }
        return value;
    }

    /** Ids of the topics, in the order of the lexicon that the model was trained with. */
    public List<String> topics() {
        return topics;
    }

    public int dimensions() {
        return dimensions;
    }

    public double mostNone() {
        return mostNone;
    }

    /** One for each topic and one for "none". */
    public List<Linear> outputs() {
        return outputs;
    }
}
