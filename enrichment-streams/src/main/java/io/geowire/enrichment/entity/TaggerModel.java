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

    /** A row holds the weight of a tag in a byte, 128 above what it is, eight tags a number. */
    private static final int ROW = (Tags.COUNT + 7) / 8;

    private static final long ZERO = 0x8080_8080_8080_8080L;
    /** Every other byte of a number: sums of bytes fit in two. */
    private static final long HALF = 0x00FF_00FF_00FF_00FFL;
    /** So many rows can be summed before the sums no longer fit. */
    private static final int MOST_SUMMED = 257;

    private final String about;
    private final float scale;
    private final byte[] transitions;
    private final int[] hashes;

    /** Open addressing: a feature's hash in the upper half, where its row begins in the lower; 0 is free. */
    private final long[] slots;

    /** The first row has no weights. */
    private final long[] rows;

    private TaggerModel(String about, float scale, byte[] transitions, int[] hashes, int[] masks, byte[] weights) {
        this.about = about;
        this.scale = scale;
        this.transitions = transitions;
        this.hashes = hashes;
        this.slots = new long[Integer.highestOneBit(Math.max(1, hashes.length) * 2 - 1) * 2];
        this.rows = new long[(1 + hashes.length) * ROW];
        Arrays.fill(rows, ZERO);
        int[] places = places(masks);
        int weight = 0;
        for (int i = 0; i < hashes.length; i++) {
            int at = places[i];
            int slot = slot(hashes[i]);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = (long) hashes[i] << Integer.SIZE | at;
            for (int rest = masks[i]; rest != 0; rest &= rest - 1) {
                int tag = Integer.numberOfTrailingZeros(rest);
                rows[at + tag / 8] += (long) weights[weight++] << tag % 8 * 8;
            }
        }
    }

    /**
     * Where the rows of features begin: those with most weights first, for they are the frequent ones, and stand together so
     * that a cache may hold them.
     */
    private static int[] places(int[] masks) {
        int[] next = new int[Tags.COUNT + 1];
        for (int mask : masks) {
            for (int fewer = Integer.bitCount(mask) - 1; fewer >= 0; fewer--) {
                next[fewer]++;
            }
        }
        int[] places = new int[masks.length];
        for (int i = 0; i < masks.length; i++) {
            places[i] = (1 + next[Integer.bitCount(masks[i])]++) * ROW;
        }
        return places;
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
        int[] found = rows(features);
        for (int from = 0; from < found.length; from += MOST_SUMMED) {
            sum(found, from, Math.min(found.length, from + MOST_SUMMED), scores);
        }
    }

    /** Where the features' rows begin. All slots are read before any is looked at, so that memory answers for all at once. */
    private int[] rows(int[] features) {
        long[] seen = new long[features.length];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = slots[slot(features[i])];
        }
        int[] found = new int[features.length];
        for (int i = 0; i < seen.length; i++) {
            found[i] = (int) (seen[i] >>> Integer.SIZE) == features[i] ? (int) seen[i] : row(features[i]);
        }
        return found;
    }

    /** Sums eight tags at a time: each number of a row is parted into its even and its odd bytes. */
    private void sum(int[] found, int from, int to, float[] scores) {
        long even0 = 0;
        long odd0 = 0;
        long even1 = 0;
        long odd1 = 0;
        long even2 = 0;
        long odd2 = 0;
        for (int i = from; i < to; i++) {
            int row = found[i];
            long w0 = rows[row];
            long w1 = rows[row + 1];
            long w2 = rows[row + 2];
            even0 += w0 & HALF;
            odd0 += w0 >>> 8 & HALF;
            even1 += w1 & HALF;
            odd1 += w1 >>> 8 & HALF;
            even2 += w2 & HALF;
            odd2 += w2 >>> 8 & HALF;
        }
        int zero = (to - from) * 128;
        spread(even0, odd0, 0, zero, scores);
        spread(even1, odd1, 8, zero, scores);
        spread(even2, odd2, 16, zero, scores);
    }

    private static void spread(long even, long odd, int first, int zero, float[] scores) {
        for (int i = 0; i < 8 && first + i < scores.length; i++) {
            long sums = i % 2 == 0 ? even : odd;
            scores[first + i] += (int) (sums >>> i / 2 * 16 & 0xFFFF) - zero;
        }
    }

    /** Where the feature's row begins; that of no weights if it has none. */
    private int row(int feature) {
        int slot = slot(feature);
        long found = slots[slot];
        while (found != 0 && (int) (found >>> Integer.SIZE) != feature) {
            slot = (slot + 1) & (slots.length - 1);
            found = slots[slot];
        }
        return (int) found;
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
        int before = 0;
        for (int hash : hashes) {
            long step = Integer.toUnsignedLong(hash - before);
            before = hash;
            while (step >= 0x80) {
                out.writeByte((int) (step & 0x7F) | 0x80);
                step >>>= 7;
            }
            out.writeByte((int) step);
            write(row(hash), out);
        }
        out.flush();
        zip.finish();
    }

    private void write(int row, DataOutputStream out) throws IOException {
        byte[] weights = new byte[Tags.COUNT];
        int mask = 0;
        int count = 0;
        for (int tag = 0; tag < Tags.COUNT; tag++) {
            byte weight = (byte) ((rows[row + tag / 8] >>> tag % 8 * 8 & 0xFF) - 128);
            if (weight != 0) {
                mask |= 1 << tag;
                weights[count++] = weight;
            }
        }
        out.writeInt(mask);
        out.write(weights, 0, count);
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
