package io.geowire.enrichment.training.related;

import io.geowire.enrichment.encoder.EncodedText;
import io.geowire.enrichment.encoder.TextEncoder;
import io.geowire.enrichment.encoder.TextVector;
import io.geowire.enrichment.entity.EntityRecognizer;
import io.geowire.enrichment.entity.EntityTable;
import io.geowire.enrichment.entity.LinkedEntity;
import io.geowire.enrichment.entity.TableRecognizer;
import io.geowire.enrichment.evaluation.LabelledArticle;
import io.geowire.enrichment.evaluation.LabelledNews;
import io.geowire.enrichment.related.Demonyms;
import io.geowire.enrichment.related.DocumentFrequencies;
import io.geowire.enrichment.related.Fingerprint;
import io.geowire.enrichment.related.Fingerprinter;
import io.geowire.enrichment.related.Headline;
import io.geowire.enrichment.related.PairFeatures;
import io.geowire.enrichment.related.PairModel;
import io.geowire.enrichment.related.Profile;
import io.geowire.enrichment.related.Ring;
import io.geowire.enrichment.topic.SparseVector;
import io.geowire.enrichment.training.LogisticRegression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * From files of labelled news to the table of {@link DocumentFrequencies} and the file of the {@link PairModel}.
 *
 * <p>The labelled news spreads over 18 months, so few items without a relation are within 72 hours. Every tenth pair further apart that
 * is not related stands in for the many that a full newswire has in 72 hours: as if published at another distance in time.
 */
public final class RelatedTraining {
    private static final int CLUSTERS = 64;
    private static final int EVERY = 10;
    private static final double COST = 10;

    private final TextEncoder encoder;
    private final EntityRecognizer recognizer;
    private final Demonyms demonyms;

    /** Trains with the entities of a table. */
    public RelatedTraining(TextEncoder encoder, EntityTable entities) {
        this.encoder = encoder;
        this.recognizer = TableRecognizer.load(entities);
        this.demonyms = Demonyms.of(entities);
    }

    /** A labelled item and what is found in it. */
    private record Item(LabelledArticle article, EncodedText text, List<LinkedEntity> entities) {
        /** Which matter it belongs to, itself if to none. */
        String matter() {
            String saga = article.saga();
            String story = article.story();
            return saga != null ? saga : story != null ? story : article.id();
        }

        Fingerprint fingerprint(Fingerprinter fingerprinter) {
            return new Fingerprint(
                    new Headline(
                            article.id(),
                            null,
                            article.text().title(),
                            article.source(),
                            null,
                            Objects.requireNonNull(article.publishedAt(), article.id())),
                    1,
                    fingerprinter.profile(text, entities));
        }
    }

    /** A pair of labelled items; {@code near} if within the window in truth. */
    private record Pair(int file, PairFeatures features, boolean near, boolean sameEvent, boolean related) {}

    /** A pair and its score by a model that has not seen its file. */
    private record Scored(Pair pair, double score) {}

    /**
     * Trains on some files and writes the table of document frequencies and the model. Least scores are chosen by leaving out each file
     * in turn. Files without stories add to the clusters only.
     *
     * @param out folder of both files
     * @throws IOException if a file cannot be read, or the model not be written
     * @throws io.geowire.enrichment.evaluation.LabelledNewsException if a line of a file is wrong
     */
    public void train(List<Path> files, Path out) throws IOException {
        List<TextVector> vectors = new ArrayList<>();
        List<List<Item>> told = new ArrayList<>();
        for (Path path : files) {
            List<Item> items = LabelledNews.read(path).stream().map(this::item).toList();
            items.forEach(item -> vectors.add(item.text.lead()));
            if (items.stream().anyMatch(item -> item.article.story() != null)) {
                told.add(items);
            }
        }
        DocumentFrequencies frequencies = frequencies(told);
        Fingerprinter fingerprinter = fingerprinter(frequencies);
        List<Pair> pairs = new ArrayList<>();
        for (int file = 0; file < told.size(); file++) {
            addPairs(
                    file,
                    told.get(file).stream().map(Item::article).toList(),
                    told.get(file).stream()
                            .map(item -> item.fingerprint(fingerprinter))
                            .toList(),
                    pairs);
        }
        List<Scored> leftOut = leftOut(pairs, told.size());
        double sameEvent = least(leftOut, Pair::sameEvent);
        double related = Math.min(sameEvent, least(leftOut, Pair::related));
        Files.write(out.resolve(DocumentFrequencies.RESOURCE), lines(frequencies));
        Files.write(
                out.resolve(PairModel.SHIPPED),
                lines(model(pairs, sameEvent, related, Clusters.of(vectors, CLUSTERS))));
    }

    private Item item(LabelledArticle article) {
        return new Item(article, EncodedText.of(article.text(), encoder), recognizer.recognize(article.text()));
    }

    private Fingerprinter fingerprinter(DocumentFrequencies frequencies) {
        return new Fingerprinter(frequencies, model(List.of(), 1, 1, List.of()), demonyms);
    }

    /**
     * How many matters name a term or an entity. The reports of one matter count once, or what the labelled news is about would look
     * common; what only one matter names is left out.
     */
    private DocumentFrequencies frequencies(List<List<Item>> files) {
        Fingerprinter fingerprinter = fingerprinter(new DocumentFrequencies(1, Map.of()));
        Set<String> all = new HashSet<>();
        Map<String, Set<String>> matters = new TreeMap<>();
        for (Item item : files.stream().flatMap(List::stream).toList()) {
            all.add(item.matter());
            Profile profile = item.fingerprint(fingerprinter).profile();
            Stream.of(profile.terms(), profile.entities())
                    .flatMap(List::stream)
                    .forEach(it -> matters.computeIfAbsent(it.name(), name -> new HashSet<>())
                            .add(item.matter()));
        }
        Map<String, Integer> counts = new HashMap<>();
        matters.forEach((name, in) -> {
            if (in.size() > 1) {
                counts.put(name, in.size());
            }
        });
        return new DocumentFrequencies(all.size(), counts);
    }

    private static void addPairs(
            int file, List<LabelledArticle> articles, List<Fingerprint> fingerprints, List<Pair> pairs) {
        int far = 0;
        for (int i = 0; i < articles.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean related = articles.get(i).related(articles.get(j));
                Headline one = fingerprints.get(i).headline();
                boolean near = Ring.near(
                        one.publishedAt(), fingerprints.get(j).headline().publishedAt());
                if (near || (!related && far++ % EVERY == 0)) {
                    Fingerprint other = near ? fingerprints.get(j) : moved(fingerprints.get(j), one, pairs.size());
                    pairs.add(new Pair(
                            file,
                            PairFeatures.of(fingerprints.get(i), other),
                            near,
                            articles.get(i).sameEvent(articles.get(j)),
                            related));
                }
            }
        }
    }

    /** As if published within 72 hours of the other; the distances are evenly spread. */
    private static Fingerprint moved(Fingerprint fingerprint, Headline near, int number) {
        Headline headline = fingerprint.headline();
        Duration apart = Duration.ofMinutes(Math.floorMod(number * 1_619L, Ring.WINDOW.toMinutes()));
        return new Fingerprint(
                new Headline(
                        headline.articleId(),
                        headline.inputId(),
                        headline.title(),
                        headline.source(),
                        headline.url(),
                        near.publishedAt().plus(apart)),
                fingerprint.version(),
                fingerprint.profile());
    }

    private static List<Scored> leftOut(List<Pair> pairs, int files) {
        List<Scored> scored = new ArrayList<>();
        for (int file = 0; file < files; file++) {
            int left = file;
            PairModel model =
                    model(pairs.stream().filter(pair -> pair.file() != left).toList(), 1, 1, List.of());
            pairs.stream()
                    .filter(pair -> pair.file() == left)
                    .forEach(pair -> scored.add(new Scored(pair, model.score(pair.features()))));
        }
        return scored;
    }

    /** The least score at which precision and recall are best together, by F1. */
    private static double least(List<Scored> scored, Predicate<Pair> right) {
        List<Scored> best = new ArrayList<>(scored);
        best.sort(Comparator.comparingDouble(Scored::score).reversed());
        long all = best.stream().filter(it -> right.test(it.pair())).count();
        double least = 1;
        double highest = 0;
        int rightOnes = 0;
        for (int i = 0; i < best.size(); i++) {
            rightOnes += right.test(best.get(i).pair()) ? 1 : 0;
            double f = 2.0 * rightOnes / (i + 1 + all);
            if (f > highest) {
                highest = f;
                least = best.get(i).score();
            }
        }
        return least;
    }

    /** Stages of one matter that are no reports of one event teach nothing about either. */
    private static PairModel model(List<Pair> pairs, double sameEvent, double related, List<TextVector> clusters) {
        int features = PairFeatures.NAMES.size();
        List<Pair> clear = pairs.stream()
                .filter(pair -> pair.sameEvent() || !pair.related())
                .toList();
        if (clear.isEmpty()) {
            return new PairModel(0, Collections.nCopies(features, 0.0), sameEvent, related, clusters);
        }
        int[] indexes = IntStream.range(0, features).toArray();
        List<SparseVector> examples = new ArrayList<>();
        boolean[] positive = new boolean[clear.size()];
        for (int i = 0; i < positive.length; i++) {
            double[] values = clear.get(i).features().values();
            float[] floats = new float[features];
            for (int k = 0; k < features; k++) {
                floats[k] = (float) values[k];
            }
            examples.add(new SparseVector(indexes, floats));
            positive[i] = clear.get(i).sameEvent();
        }
        double[] weights = new LogisticRegression(examples, positive, features, COST).fit();
        List<Double> ofFeatures = new ArrayList<>();
        for (int k = 0; k < features; k++) {
            ofFeatures.add(weights[k]);
        }
        return new PairModel(weights[features], ofFeatures, sameEvent, related, clusters);
    }

    private static List<String> lines(DocumentFrequencies frequencies) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "# In how many matters of the labelled news (news/) a term or an entity occurs: the reports of one matter count once,");
        lines.add("# and what occurs in one matter only is left out. Made by: ./geowire train related. Apache-2.0.");
        lines.add("documents\t" + frequencies.documents());
        new TreeMap<>(frequencies.counts()).forEach((name, count) -> lines.add(name + "\t" + count));
        return lines;
    }

    private static List<String> lines(PairModel model) {
        List<String> lines = new ArrayList<>();
        lines.add("# How a pair of articles is scored, and the clusters of meaning. Made by: ./geowire train related");
        lines.add(
                "licence: Apache-2.0. Trained by Geowire on its own labelled news; uses vectors of all-MiniLM-L6-v2.");
        lines.add("bias: " + number(model.bias()));
        for (int k = 0; k < PairFeatures.NAMES.size(); k++) {
            lines.add(PairFeatures.NAMES.get(k) + ": " + number(model.weights().get(k)));
        }
        lines.add("same-event: " + number(model.sameEvent()));
        lines.add("related: " + number(model.related()));
        model.clusters()
                .forEach(cluster -> lines.add("cluster: " + Base64.getEncoder().encodeToString(cluster.bytes())));
        return lines;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
