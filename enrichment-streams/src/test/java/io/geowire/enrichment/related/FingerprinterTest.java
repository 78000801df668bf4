package io.geowire.enrichment.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.geowire.enrichment.entity.EntityType;
import io.geowire.enrichment.entity.LinkedEntity;
import io.geowire.enrichment.text.NewsText;
import io.geowire.enrichment.text.Span;
import io.geowire.enrichment.text.TextField;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FingerprinterTest {
    private final Fingerprinter fingerprinter = Fingerprinter.shipped();

    @Test
    void termsAreThoseOfTitleAndLeadWithoutStopWords() {
        Profile profile = fingerprinter.profile(
                RandomArticles.encoded(new NewsText("The lights go out in Havana", "Havana was dark.")), List.of());

        assertThat(profile.terms())
                .extracting(Weighted::name, Weighted::inTitle)
                .containsExactly(tuple("dark", false), tuple("havana", true), tuple("light", true));
    }

    @Test
    void onlyTheFirstWordsOfALongBodyAreTermsButAllAreSketched() {
        String body = IntStream.range(0, 500)
                .mapToObj(i -> "word" + (char) ('a' + i % 26) + i)
                .collect(Collectors.joining(" "));

        Profile profile = fingerprinter.profile(RandomArticles.encoded(new NewsText("Title", body)), List.of());

        assertThat(profile.terms()).hasSizeLessThan(50);
        assertThat(profile.body().hashes().count()).isEqualTo(Sketch.SIZE);
    }

    @Test
    void aBareHeadlineHasNoSketch() {
        assertThat(fingerprinter
                        .profile(RandomArticles.encoded(new NewsText("Lights out", null)), List.of())
                        .body()
                        .isEmpty())
                .isTrue();
    }

    @Test
    void entitiesFarDownTheBodyAreNotCompared() {
        LinkedEntity far = entity("Q2", TextField.BODY, 5_000);
        LinkedEntity near = entity("Q1", TextField.BODY, 10);

        assertThat(fingerprinter
                        .profile(RandomArticles.encoded(new NewsText("Title", "x".repeat(6_000))), List.of(near, far))
                        .entities())
                .extracting(Weighted::name)
                .containsExactly("Q1");
    }

    @Test
    void aTitleOfSymbolsOnlyHasNothingToCompare() {
        Profile profile = fingerprinter.profile(RandomArticles.encoded(new NewsText("— ☂ —", null)), List.of());

        assertThat(profile.terms()).isEmpty();
        assertThat(profile.blockKeys()).isEmpty();
    }

    private static LinkedEntity entity(String id, TextField field, int start) {
        return new LinkedEntity(
                id, id, EntityType.LOCATION, List.of(), List.of(new Span(field, start, start + 2, id)), 0);
    }
}
