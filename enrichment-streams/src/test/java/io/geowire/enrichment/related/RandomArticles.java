package io.geowire.enrichment.related;

import io.geowire.enrichment.encoder.EncodedText;
import io.geowire.enrichment.encoder.TextEncoder;
import io.geowire.enrichment.encoder.WordEncoder;
import io.geowire.enrichment.entity.EntityType;
import io.geowire.enrichment.entity.LinkedEntity;
import io.geowire.enrichment.text.NewsText;
import io.geowire.enrichment.text.Span;
import io.geowire.enrichment.text.TextField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Articles of a small vocabulary, so that many are related; the same for the same seed. */
public final class RandomArticles {
    private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");
    private static final TextEncoder ENCODER = new WordEncoder();
    private static final Fingerprinter FINGERPRINTER = Fingerprinter.shipped();

    private final Random random;
    private int count;

    public RandomArticles(long seed) {
        random = new Random(seed);
    }

    public Fingerprint next() {
        List<String> words = IntStream.range(0, 4 + random.nextInt(6))
                .mapToObj(i -> "word" + (char) ('a' + random.nextInt(20)))
                .toList();
        String title = String.join(" ", words);
        List<LinkedEntity> entities = new ArrayList<>();
        int named = random.nextInt(3);
        for (int i = 0; i < named; i++) {
            String word = words.get(i);
            if (words.indexOf(word) < i) {
                continue;
            }
            entities.add(new LinkedEntity(
                    "local:" + word,
                    word,
                    EntityType.LOCATION,
                    List.of(),
                    List.of(new Span(TextField.TITLE, i * 6, i * 6 + word.length(), word)),
                    0));
        }
        String body = random.nextBoolean() ? null : title + " " + random.nextInt(3);
        String id = "%032x".formatted(count++);
        return new Fingerprint(
                new Headline(id, null, title, "Wire", null, START.plusSeconds(random.nextInt(400_000))),
                1 + random.nextInt(3),
                FINGERPRINTER.profile(encoded(new NewsText(title, body)), entities));
    }

    public List<Fingerprint> list(int size) {
        return IntStream.range(0, size).mapToObj(i -> next()).toList();
    }

    /** A fingerprint of a headline. */
    static Fingerprint headline(String id, String title, Instant publishedAt) {
        return print(id, new NewsText(title, null), publishedAt);
    }

    static Fingerprint print(String id, NewsText text, Instant publishedAt) {
        return new Fingerprint(
                new Headline(id, null, text.title(), "Wire", null, publishedAt),
                1,
                FINGERPRINTER.profile(encoded(text), List.of()));
    }

    /** A text with the vector of its words. */
    static EncodedText encoded(NewsText text) {
        return EncodedText.of(text, ENCODER);
    }
}
