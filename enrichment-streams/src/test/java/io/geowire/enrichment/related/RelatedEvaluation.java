package io.geowire.enrichment.related;

import io.geowire.enrichment.entity.TableRecognizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Fits the score of a pair on labelled stories and measures it on files left unseen.
 *
 * <p>The labelled news spreads over 18 months, so few items without a relation are within 72 hours. Pairs further apart that are not
 * related stand in for the many that a full newswire has in 72 hours: as if published at another distance in time, at a tenth of the
 * weight.
 */
public final class RelatedEvaluation {
    static final List<String> SEEN =
            List.of("train/africa", "train/americas", "train/europe", "train/mideast", "train/south");
    static final List<String> UNSEEN = List.of("dev/asia", "test/world");

    private static final double FAR_WEIGHT = 0.1;

    private RelatedEvaluation() {}

    public static void main(String[] args) {
        Corpus corpus = new Corpus(TableRecognizer.load());
        Fingerprinter fingerprinter = new Fingerprinter(corpus.frequencies(SEEN));
        List<Corpus.Pair> seen = corpus.pairs(SEEN, fingerprinter);
        List<Corpus.Pair> unseen = corpus.pairs(UNSEEN, fingerprinter);
        double[] w = fit(seen);
        print("bias, terms, entities, distance: %s%n", Arrays.toString(w));
        for (double threshold :
                new double[] {0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8}) {
            Predicate<Corpus.Pair> above = pair -> LogisticFit.probability(w, features(pair)) >= threshold;
            print(
                    "score >= %.2f: seen same event %s, related %s; unseen same event %s, related %s%n",
                    threshold,
                    measure(seen, above, Corpus.Pair::sameStory),
                    measure(seen, above, Corpus.Pair::related),
                    measure(unseen, above, Corpus.Pair::sameStory),
                    measure(unseen, above, Corpus.Pair::related));
        }
        OverlapScorer scorer = new OverlapScorer();
        report("shipped scorer, seen", seen, scorer);
        report("shipped scorer, unseen", unseen, scorer);
    }

    private static void report(String what, List<Corpus.Pair> pairs, PairScorer scorer) {
        print("%s%n", what);
        print(
                "  same event %s%n",
                measure(pairs, pair -> relation(scorer, pair, Relation::sameStory), Corpus.Pair::sameStory));
        print("  related %s%n", measure(pairs, pair -> relation(scorer, pair, it -> true), Corpus.Pair::related));
        print(
                "  copies %s%n",
                measure(pairs, pair -> relation(scorer, pair, Relation.DUPLICATE::equals), Corpus.Pair::copies));
        print(
                "  met and same event %s%n",
                measure(
                        pairs,
                        pair -> pair.meet() && relation(scorer, pair, Relation::sameStory),
                        Corpus.Pair::sameStory));
        print(
                "  met and related %s%n",
                measure(pairs, pair -> pair.meet() && relation(scorer, pair, it -> true), Corpus.Pair::related));
        print("  met of all linked %.3f%n", share(pairs, pair -> relation(scorer, pair, it -> true)));
        print("  met of same event %.3f%n", share(pairs, pair -> pair.near() && pair.sameStory()));
        print("  met of all %.4f%n", share(pairs, pair -> true));
    }

    private static boolean relation(PairScorer scorer, Corpus.Pair pair, Predicate<Relation> which) {
        return scorer.compare(pair.a(), moved(pair))
                .map(Relatedness::relation)
                .filter(which)
                .isPresent();
    }

    private static double share(List<Corpus.Pair> pairs, Predicate<Corpus.Pair> which) {
        List<Corpus.Pair> those = pairs.stream().filter(which).toList();
        return (double) those.stream().filter(Corpus.Pair::meet).count() / those.size();
    }

    /** Precision and recall within 72 hours, and precision among as many others as a full newswire has. */
    private static String measure(List<Corpus.Pair> pairs, Predicate<Corpus.Pair> found, Predicate<Corpus.Pair> truth) {
        double right = 0;
        double wrong = 0;
        double wrongFar = 0;
        double all = 0;
        for (Corpus.Pair pair : pairs) {
            boolean isTrue = truth.test(pair);
            if (!pair.near() && pair.related()) {
                continue;
            }
            boolean isFound = found.test(pair);
            all += isTrue ? 1 : 0;
            right += isFound && isTrue ? 1 : 0;
            wrong += isFound && !isTrue && pair.near() ? 1 : 0;
            wrongFar += isFound && !pair.near() ? FAR_WEIGHT : 0;
        }
        return String.format(
                Locale.ROOT,
                "P %.2f (%.2f) R %.2f",
                right / (right + wrong),
                right / (right + wrong + wrongFar),
                right / all);
    }

    static double[] fit(List<Corpus.Pair> pairs) {
        LogisticFit fit = new LogisticFit();
        for (Corpus.Pair pair : pairs) {
            boolean story = pair.near() && pair.sameStory();
            if (story || !pair.related()) {
                fit.add(features(pair), story, pair.near() ? 1 : FAR_WEIGHT);
            }
        }
        return fit.fit();
    }

    private static double[] features(Corpus.Pair pair) {
        OverlapScorer.Features features = OverlapScorer.Features.of(pair.a(), moved(pair));
        return new double[] {1, features.terms(), features.entities(), features.distance()};
    }

    /** The other of the two, within 72 hours if it is not. */
    private static Fingerprint moved(Corpus.Pair pair) {
        if (pair.near()) {
            return pair.b();
        }
        long spread = Math.floorMod(
                31L * pair.a().articleId().hashCode() + pair.b().articleId().hashCode(), 4320);
        Headline headline = pair.b().headline();
        return new Fingerprint(
                new Headline(
                        headline.articleId(),
                        headline.inputId(),
                        headline.title(),
                        headline.source(),
                        headline.url(),
                        pair.one().publishedAt().plus(Duration.ofMinutes(spread))),
                pair.b().version(),
                pair.b().profile());
    }

    private static void print(String format, Object... args) {
        System.out.printf(Locale.ROOT, format, args);
    }
}
