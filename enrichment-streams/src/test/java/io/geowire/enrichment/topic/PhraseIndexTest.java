package io.geowire.enrichment.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.enrichment.text.TextField;
import io.geowire.enrichment.topic.Phrase.Place;
import io.geowire.enrichment.topic.PhraseIndex.Occurrence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseIndexTest {
    private static List<String> found(String phrase, String text) {
        PhraseParser parser = new PhraseParser();
        parser.define("state", "iran oman =US");
        List<Word> words = Word.of(TextField.TITLE, text);
        return new PhraseIndex(List.of(parser.parse(phrase)))
                .find(words).stream()
                        .map(one -> text.substring(
                                words.get(one.from()).start(),
                                words.get(one.to()).end()))
                        .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "arms deal; Big Arms Deal Signed; Arms Deal",
                "cease fire; A cease-fire holds; cease-fire",
                "women rights; Women’s rights first; Women’s rights",
                "erdogan; ERDOĞAN wins; ERDOĞAN",
                "attack+; Attacking or attacks; Attacking, attacks",
                "annex*; No annexation; annexation",
                "new =START; New START or new start; New START",
                "=UN; The U.N. and the UN, not un; U.N., UN",
                "frozen|seized assets; Seized assets; Seized assets",
                "frozen .. assets; Frozen state and bank assets; Frozen state and bank assets",
                "iran ... oman; Iran sends its envoy and a reply of four pages to Oman; Iran sends its envoy and a reply of four pages to Oman",
                "@state .. @state; Iran and U.S. talk; Iran and U.S",
                "peace; Peace, peace; Peace, peace"
            })
    void findsWhatThePhraseMeans(String phrase, String text, String expected) {
        assertThat(String.join(", ", found(phrase, text))).isEqualTo(expected.replace("U.S", "U.S."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "arms deal; Deal on arms",
                "arms deal; He laid down arms. Deal done",
                "attack+; The attacker",
                "new =START; A new start for the club",
                "frozen .. assets; Frozen by four of the assets",
                "@state .. @state; Iran and us"
            })
    void doesNotFindWhatItDoesNot(String phrase, String text) {
        assertThat(found(phrase, text)).isEmpty();
    }

    @Test
    void agreesWithTryingEachPhraseAtEachWord() {
        long seed = 20_260_206;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<Phrase> phrases = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                phrases.add(new PhraseParser().parse(randomPhrase(random)));
            }
            List<Word> words = Word.of(TextField.BODY, randomText(random));
            assertThat(new PhraseIndex(phrases).find(words))
                    .as("seed %s round %s", seed, round)
                    .containsExactlyInAnyOrderElementsOf(bruteForce(phrases, words));
        }
    }

    private static String randomPhrase(Random random) {
        StringBuilder phrase = new StringBuilder(randomWord(random));
        for (int i = random.nextInt(3); i > 0; i--) {
            phrase.append(random.nextInt(3) == 0 ? " .. " : " ").append(randomWord(random));
        }
        return phrase.toString();
    }

    private static String randomWord(Random random) {
        return List.of("aaa", "bbb", "ccc", "aaa|ccc", "aaab*", "=Aaa", "bbb+").get(random.nextInt(7));
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            text.append(List.of("aaa", "Aaa", "bbb", "bbbs", "ccc", "aaabb", "ddd")
                            .get(random.nextInt(7)))
                    .append(random.nextInt(12) == 0 ? ". " : " ");
        }
        return text.toString();
    }

    private static List<Occurrence> bruteForce(List<Phrase> phrases, List<Word> words) {
        List<Occurrence> found = new ArrayList<>();
        for (int phrase = 0; phrase < phrases.size(); phrase++) {
            for (int from = 0; from < words.size(); from++) {
                OptionalInt end = nearestEnd(phrases.get(phrase).places(), 0, words, from, from);
                if (end.isPresent()) {
                    found.add(new Occurrence(phrase, from, end.getAsInt()));
                }
            }
        }
        found.sort(Comparator.comparingInt(Occurrence::from));
        return found;
    }

    private static OptionalInt nearestEnd(List<Place> places, int place, List<Word> words, int first, int next) {
        if (place == places.size()) {
            return OptionalInt.of(next - 1);
        }
        OptionalInt nearest = OptionalInt.empty();
        for (int at = next; at <= next + places.get(place).gap() && at < words.size(); at++) {
            Word word = words.get(at);
            if (word.sentence() == words.get(first).sentence()
                    && matches(places.get(place).words(), word)) {
                OptionalInt end = nearestEnd(places, place + 1, words, first, at + 1);
                if (end.isPresent() && (nearest.isEmpty() || end.getAsInt() < nearest.getAsInt())) {
                    nearest = end;
                }
            }
        }
        return nearest;
    }

    private static boolean matches(WordSet set, Word word) {
        return set.words().contains(word.folded())
                || set.exact().contains(word.exact())
                || set.prefixes().stream().anyMatch(word.folded()::startsWith);
    }
}
