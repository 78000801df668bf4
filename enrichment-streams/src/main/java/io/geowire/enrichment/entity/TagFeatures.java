package io.geowire.enrichment.entity;

import java.util.Arrays;

/** Makes the features of a token. Each is the hash of a template's number and the values that fill it. */
final class TagFeatures {
    private static final int MOST = 64;
    private static final int[] PREFIXES = {6, 8, 14, 20};
    private static final long OFF = 7;

    private final TaggedField field;
    private final int[] features = new int[MOST];
    private int count;
    private int template;
    private int runFrom = -1;
    private int runTo = -1;

    TagFeatures(TaggedField field) {
        this.field = field;
    }

    /** The features of all tokens; none for those that can only be outside. */
    static int[][] of(TaggedField field) {
        TagFeatures maker = new TagFeatures(field);
        int[][] features = new int[field.size()][];
        for (int i = 0; i < features.length; i++) {
            features[i] = field.allowed[i] == 1 ? new int[0] : maker.of(i);
        }
        return features;
    }

    private int[] of(int i) {
        count = 0;
        template = 0;
        long w0 = word(i);
        long before = word(i - 1);
        long after = word(i + 1);
        int cc = kind(i);
        add(cc * 4 + field.textField());
        add(w0);
        add(w0, cc);
        add(before);
        add(after);
        add(word(i - 2));
        add(word(i + 2));
        add(field.shapes[i], field.casing());
        affixes(i);
        clusters(i, cc);
        flags(i, cc);
        known(i, cc);
        add(field.evidence(i) * 2 + (flag(i) & Lexicon.ORDINARY) / Lexicon.ORDINARY, cc);
        run(i);
        return Arrays.copyOf(features, count);
    }

    private void affixes(int i) {
        String text = field.folded(i);
        int length = text.length();
        for (int n = 1; n <= 4; n++) {
            add(length > n ? Hashes.of(text, 0, n) : OFF);
            add(length > n ? Hashes.of(text, length - n, length) : OFF);
        }
    }

    private void clusters(int i, int cc) {
        int p0 = path(i);
        int pb = path(i - 1);
        int pa = path(i + 1);
        for (int bits : PREFIXES) {
            add(WordClusters.prefix(p0, bits));
        }
        add(WordClusters.prefix(p0, 8), cc);
        add(WordClusters.prefix(pb, 10));
        add(WordClusters.prefix(pa, 10));
        int w7 = WordClusters.prefix(p0, 7);
        add(WordClusters.prefix(pb, 7), w7);
        add(w7, WordClusters.prefix(pa, 7));
    }

    private void flags(int i, int cc) {
        int f0 = flag(i);
        int fb = flag(i - 1);
        int fa = flag(i + 1);
        add(f0, cc);
        add(fb);
        add(fa);
        add(fb, f0);
        add(f0, fa);
    }

    private void known(int i, int cc) {
        int k0 = field.known[i];
        add(k0);
        add(k0, cc);
        add(k0, word(i + 1));
        add(k0, word(i - 1));
    }

    /** The words around the run of capitals that the token is in, and the run's first and last word. */
    private void run(int i) {
        if (i >= runTo) {
            runFrom = i;
            runTo = i + 1;
            while (field.inRun(i) && runTo < field.size() && field.inRun(runTo)) {
                runTo++;
            }
        }
        int length = Math.min(4, runTo - runFrom);
        int place = (i == runFrom ? 1 : 0) + (i == runTo - 1 ? 2 : 0);
        add(length * 4 + place, field.casing());
        add(word(runFrom - 1), length);
        add(word(runTo), length);
        add(WordClusters.prefix(path(runFrom - 1), 8), place);
        add(WordClusters.prefix(path(runTo), 8), place);
        add(flag(runFrom - 1), flag(runTo));
        add(word(runTo - 1), place);
        add(word(runFrom), place);
        add(flag(runTo - 1), place);
        add(flag(runFrom), place);
    }

    private void add(long value) {
        template++;
        features[count++] = (int) (Hashes.mix(template, value) >>> 32);
    }

    private void add(long a, long b) {
        add(Hashes.mix(a, b));
    }

    private boolean isIn(int i) {
        return i >= 0 && i < field.size();
    }

    private long word(int i) {
        return isIn(i) ? field.words[i] : i < 0 ? 1 : 2;
    }

    private int path(int i) {
        return isIn(i) ? field.paths[i] : i < 0 ? -1 : -2;
    }

    private int flag(int i) {
        return isIn(i) ? field.flags[i] : i < 0 ? -1 : -2;
    }

    private int kind(int i) {
        return (field.cases[i] * 2 + (field.tells[i] ? 1 : 0)) * 3 + field.casing();
    }
}
