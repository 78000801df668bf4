package io.geowire.enrichment.entity;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Trained weights of features for tags.
 *
 * <p>The format, gzipped: the line {@code geowire tagger 1}, a line about its licence and what it was trained on, then in
 * Java's binary forms the number of tags, a scale (float), the transitions (a byte for each pair of tags), the number of
 * features, and for each feature, in ascending order of its unsigned hash, the hash's difference to the one before (a
 * variable-length number), the bits of the tags that have a weight (int) and a byte for each such tag. A weight is its byte
 * times the scale.
 */
public final class TaggerModel implements Decoder.Scorer {
    private static final String MAGIC = "geowire tagger 1";
    private static final int MOST_FEATURES = 4_000_000;
    private static final int LONGEST_LINE = 10_000;
    private static final int STEPS = 127;
    private static final int MASK_BYTES = 3;

    private final String about;
    private final float scale;
    private final byte[] transitions;
    private final int[] hashes;
    private final int[] masks;
    private final byte[] weights;

    /** Open addressing: a feature's hash in the upper half, where its row begins in the lower; 0 is free. */
    private final long[] slots;

    /** For each feature three bytes of tags' bits and then the weights: one place in memory, not many. */
    private final byte[] rows;

    private TaggerModel(String about, float scale, byte[] transitions, int[] hashes, int[] masks, byte[] weights) {
        this.about = about;
        this.scale = scale;
        this.transitions = transitions;
        this.hashes = hashes;
        this.masks = masks;
        this.weights = weights;
        this.slots = new long[Integer.highestOneBit(Math.max(1, hashes.length) * 2 - 1) * 2];
        this.rows = new byte[1 + hashes.length * MASK_BYTES + weights.length];
        int at = 1;
        int weight = 0;
        for (int i = 0; i < hashes.length; i++) {
            int slot = slot(hashes[i]);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = (long) hashes[i] << Integer.SIZE | at;
            rows[at] = (byte) masks[i];
            rows[at + 1] = (byte) (masks[i] >>> Byte.SIZE);
            rows[at + 2] = (byte) (masks[i] >>> 2 * Byte.SIZE);
            int count = Integer.bitCount(masks[i]);
            System.arraycopy(weights, weight, rows, at + MASK_BYTES, count);
            weight += count;
            at += MASK_BYTES + count;
        }
    }

    private int slot(int hash) {
        return (hash * 0x9E3779B9 >>> 7) & (slots.length - 1);
    }

    /**
     * A model of exact weights.
     *
     * @param about licence and origin, one line
     * @param hashes of the features, ascending as unsigned numbers
     * @param weights a row of {@link Tags#COUNT} weights for each
     * @param transitions from each tag (row) to each
     */
    public static TaggerModel of(String about, int[] hashes, float[][] weights, float[][] transitions) {
        float largest = 1e-6f;
        for (float[][] rows : new float[][][] {weights, transitions}) {
            for (float[] row : rows) {
                for (float weight : row) {
                    largest = Math.max(largest, Math.abs(weight));
                }
            }
        }
        float scale = largest / STEPS;
        byte[] between = new byte[Tags.COUNT * Tags.COUNT];
        for (int from = 0; from < Tags.COUNT; from++) {
            for (int to = 0; to < Tags.COUNT; to++) {
                between[from * Tags.COUNT + to] = (byte) Math.round(transitions[from][to] / scale);
            }
        }
        int[] kept = new int[hashes.length];
        int[] masks = new int[hashes.length];
        byte[] all = new byte[hashes.length * Tags.COUNT];
        int rows = 0;
        int size = 0;
        for (int i = 0; i < hashes.length; i++) {
            int mask = 0;
            for (int tag = 0; tag < Tags.COUNT; tag++) {
                byte weight = (byte) Math.round(weights[i][tag] / scale);
                if (weight != 0) {
                    mask |= 1 << tag;
                    all[size++] = weight;
                }
            }
            if (mask != 0) {
                kept[rows] = hashes[i];
                masks[rows++] = mask;
            }
        }
        return new TaggerModel(
                about, scale, between, Arrays.copyOf(kept, rows), Arrays.copyOf(masks, rows), Arrays.copyOf(all, size));
    }

    /** The model that comes with Geowire. */
    public static TaggerModel load() {
        String resource = "tagger.bin.gz";
        try (InputStream in = Objects.requireNonNull(TaggerModel.class.getResourceAsStream(resource), resource)) {
            return read(resource, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Licence and origin. */
    public String about() {
        return about;
    }

    /** How many features have a weight. */
    public int size() {
        return hashes.length;
    }

    @Override
    public void add(int[] features, float[] scores) {
        for (int feature : features) {
            int slot = slot(feature);
            long found = slots[slot];
            while (found != 0 && (int) (found >>> Integer.SIZE) != feature) {
                slot = (slot + 1) & (slots.length - 1);
                found = slots[slot];
            }
            if (found != 0) {
                add((int) found, scores);
            }
        }
    }

    private void add(int row, float[] scores) {
        int mask = rows[row] & 0xFF | (rows[row + 1] & 0xFF) << Byte.SIZE | (rows[row + 2] & 0xFF) << 2 * Byte.SIZE;
        for (int at = row + MASK_BYTES; mask != 0; mask &= mask - 1) {
            scores[Integer.numberOfTrailingZeros(mask)] += rows[at++];
        }
    }

    @Override
    public float transition(int before, int tag) {
        return transitions[before * Tags.COUNT + tag];
    }

    /** Writes the model. The stream is finished, not closed. */
    public void write(OutputStream stream) throws IOException {
        GZIPOutputStream zip = new GZIPOutputStream(stream);
        DataOutputStream out = new DataOutputStream(zip);
        out.write((MAGIC + "\n" + about + "\n").getBytes(StandardCharsets.UTF_8));
        out.writeInt(Tags.COUNT);
        out.writeFloat(scale);
        out.write(transitions);
        out.writeInt(hashes.length);
        int at = 0;
        int before = 0;
        for (int row = 0; row < hashes.length; row++) {
            long step = Integer.toUnsignedLong(hashes[row] - before);
            before = hashes[row];
            while (step >= 0x80) {
                out.writeByte((int) (step & 0x7F) | 0x80);
                step >>>= 7;
            }
            out.writeByte((int) step);
            out.writeInt(masks[row]);
            int count = Integer.bitCount(masks[row]);
            out.write(weights, at, count);
            at += count;
        }
        out.flush();
        zip.finish();
    }

    /**
     * Reads a model.
     *
     * @param source its name, for messages
     * @throws IOException if it is no such model, is of other tags, or is cut short
     */
    public static TaggerModel read(String source, InputStream stream) throws IOException {
        try {
            DataInputStream in =
                    new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream, 1 << 16), 1 << 16));
            if (!line(in).equals(MAGIC)) {
                throw new IOException("the first line is not '" + MAGIC + "'");
            }
            String about = line(in);
            int tags = in.readInt();
            if (tags != Tags.COUNT) {
                throw new IOException("it has " + tags + " tags, not " + Tags.COUNT);
            }
            float scale = in.readFloat();
            if (!(scale > 0) || Float.isInfinite(scale)) {
                throw new IOException("its scale is " + scale);
            }
            byte[] transitions = in.readNBytes(Tags.COUNT * Tags.COUNT);
            int rows = in.readInt();
            if (rows < 0 || rows > MOST_FEATURES) {
                throw new IOException("it claims " + rows + " features");
            }
            return rows(in, about, scale, transitions, rows);
        } catch (EOFException e) {
            throw new IOException(source + ": the model ends early", e);
        } catch (IOException e) {
            throw new IOException(source + ": no tagger model: " + e.getMessage(), e);
        }
    }

    private static TaggerModel rows(DataInputStream in, String about, float scale, byte[] transitions, int rows)
            throws IOException {
        int[] hashes = new int[rows];
        int[] masks = new int[rows];
        byte[] weights = new byte[rows * 4 + Tags.COUNT];
        int size = 0;
        int hash = 0;
        for (int row = 0; row < rows; row++) {
            hash += number(in);
            hashes[row] = hash;
            masks[row] = in.readInt();
            if (masks[row] == 0 || (masks[row] & ~Tags.ALL) != 0) {
                throw new IOException("feature " + row + " has weights of unknown tags");
            }
            int count = Integer.bitCount(masks[row]);
            if (size + count > weights.length) {
                weights = Arrays.copyOf(weights, weights.length * 2);
            }
            in.readFully(weights, size, count);
            size += count;
        }
        if (in.read() >= 0) {
            throw new IOException("something follows the last feature");
        }
        return new TaggerModel(about, scale, transitions, hashes, masks, Arrays.copyOf(weights, size));
    }

    private static int number(DataInputStream in) throws IOException {
        int number = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int b = in.readUnsignedByte();
            number |= (b & 0x7F) << shift;
            if (b < 0x80) {
                return number;
            }
        }
        throw new IOException("a number is too long");
    }

    private static String line(DataInputStream in) throws IOException {
        byte[] line = new byte[LONGEST_LINE];
        int length = 0;
        for (int b = in.readUnsignedByte(); b != '\n'; b = in.readUnsignedByte()) {
            if (length == line.length) {
                throw new IOException("a line is too long");
            }
            line[length++] = (byte) b;
        }
        return new String(line, 0, length, StandardCharsets.UTF_8);
    }
}
