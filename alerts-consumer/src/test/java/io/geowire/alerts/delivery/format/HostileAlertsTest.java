package io.geowire.alerts.delivery.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.geowire.alerts.delivery.Format;
import io.geowire.alerts.delivery.Message;
import io.geowire.alerts.delivery.Samples;
import io.geowire.events.Alert;
import io.geowire.events.Match;
import io.geowire.events.RelatedHeadline;
import io.geowire.events.TextField;
import io.geowire.events.TextSpan;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an alert holds, every format's body is inside its limit and as its schema has it. */
class HostileAlertsTest {
    private static final Map<Format, Integer> LIMITS = Map.of(
            Format.STANDARD_WEBHOOKS, 20_000,
            Format.CLOUDEVENTS, 64_000,
            Format.SLACK, 13_000,
            Format.TEAMS, 28_000,
            Format.ALERTMANAGER, 20_000);
    private static final String HUGE = "<!channel> & \"🌍\u0000\u202e\n".repeat(4_000);

    static Stream<Arguments> bodies() {
        return Arrays.stream(Format.values())
                .flatMap(format -> alerts().entrySet().stream()
                        .map(alert -> Arguments.of(format, alert.getKey(), alert.getValue())));
    }

    private static Map<String, Alert> alerts() {
        return Map.ofEntries(
                Map.entry("plain", Samples.alert().build()),
                Map.entry(
                        "updated",
                        Samples.alert().setRevision(7).setArticleCount(7).build()),
                Map.entry("empty title", Samples.headline(" \n ", " ").build()),
                Map.entry(
                        "emoji and right to left",
                        Samples.headline("🌍🇺🇦 שלום مرحبا", "שלום").build()),
                Map.entry(
                        "half a character",
                        Samples.headline("a \ud83c b", "\ud83c").build()),
                Map.entry(
                        "controls",
                        Samples.headline("a\u0000\u0007\u001b[31m\r\nb \u2028\u202e", "\u0000")
                                .build()),
                Map.entry("quotes", Samples.headline("\"'\\/`", "\"'\\").build()),
                Map.entry("huge title", Samples.headline(HUGE, "🌍").build()),
                Map.entry("huge match", Samples.headline(HUGE, HUGE).build()),
                Map.entry("many matches", Samples.alert().setMatches(many()).build()),
                Map.entry("huge everything", huge()),
                Map.entry(
                        "no link", Samples.alert().setUrl(null).setSource(null).build()),
                Map.entry(
                        "link that runs",
                        Samples.alert().setUrl("javascript:alert(1)").build()),
                Map.entry(
                        "link that is none",
                        Samples.alert().setUrl("https://a b|<c>").build()),
                Map.entry(
                        "link in other letters",
                        Samples.alert()
                                .setUrl("https://bücher.example/über?q=ü")
                                .build()),
                Map.entry(
                        "long link",
                        Samples.alert()
                                .setUrl("https://a.example/" + "x".repeat(50_000))
                                .build()),
                Map.entry(
                        "year beyond",
                        Samples.alert()
                                .setPublishedAt(Instant.ofEpochMilli(Long.MAX_VALUE))
                                .build()),
                Map.entry(
                        "year before",
                        Samples.alert()
                                .setPublishedAt(Instant.ofEpochMilli(Long.MIN_VALUE))
                                .build()),
                Map.entry(
                        "offsets beyond",
                        Samples.alert().setMatches(List.of(beyond())).build()),
                Map.entry(
                        "nothing matched", Samples.alert().setMatches(List.of()).build()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("bodies")
    void isInsideItsLimitAndAsItsSchemaHasIt(Format format, String name, Alert alert) {
        Message message = Messages.render(Samples.receiver(format), alert);
        JsonNode body = BodySchemas.read(message.text());

        assertThat(message.body()).hasSizeLessThan(LIMITS.get(format));
        assertThat(BodySchemas.faults(format, body)).isEmpty();
        assertThat(message.text()).doesNotContain("\u0000", "\n", "javascript:\"");
    }

    private static List<Match> many() {
        String sentence = "War & peace, <b>war</b> and *war*.";
        String text = (sentence + " ").repeat(5_000);
        return IntStream.range(0, 5_000)
                .mapToObj(i -> Match.newBuilder(Samples.match(TextField.BODY, sentence, sentence, "peace"))
                        .setSentence(i + sentence)
                        .setSentenceStart(i * (sentence.length() + 1))
                        .build())
                .filter(match -> match.getSentenceStart() < text.length())
                .toList();
    }

    private static Match beyond() {
        return Match.newBuilder()
                .setSpan(new TextSpan(TextField.OTHER, Integer.MIN_VALUE, Integer.MAX_VALUE, HUGE))
                .setClause(HUGE)
                .setSentence(HUGE)
                .setSentenceStart(Integer.MAX_VALUE)
                .build();
    }

    private static Alert huge() {
        RelatedHeadline other = RelatedHeadline.newBuilder(Samples.related(HUGE))
                .setArticleId(HUGE)
                .setUrl("https://a.example/" + "x".repeat(1_900))
                .setSource(HUGE)
                .setScore(Double.NaN)
                .build();
        return Samples.headline(HUGE, "channel")
                .setAlertId(HUGE)
                .setWatchId(HUGE)
                .setWatchName(HUGE)
                .setWatchVersion(HUGE)
                .setStoryId(HUGE)
                .setArticleId(HUGE)
                .setInputId(HUGE)
                .setSource(HUGE)
                .setUrl(HUGE)
                .setTopics(Collections.nCopies(3, HUGE))
                .setRelated(Collections.nCopies(20, other))
                .setArticleIds(Collections.nCopies(3, HUGE))
                .setSources(Collections.nCopies(3, HUGE))
                .build();
    }
}
