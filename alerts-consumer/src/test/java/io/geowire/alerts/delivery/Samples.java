package io.geowire.alerts.delivery;

import io.geowire.events.Alert;
import io.geowire.events.Match;
import io.geowire.events.RelatedHeadline;
import io.geowire.events.Relation;
import io.geowire.events.Severity;
import io.geowire.events.TextField;
import io.geowire.events.TextSpan;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Alerts and receivers to test with. */
public final class Samples {
    public static final Instant NOON = Instant.parse("2026-02-06T12:00:00Z");
    public static final SigningSecret SECRET = SigningSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    public static final SigningSecret OLD_SECRET = SigningSecret.of("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD");
    public static final String BODY = "The Kremlin is waiting. A year more of New START would do, Lavrov said.";

    private Samples() {}

    /** An alert whose title and body each hold words that matched. */
    public static Alert.Builder alert() {
        return Alert.newBuilder()
                .setAlertId("0123456789abcdef0123456789abcdef")
                .setRevision(1)
                .setWatchId("new-start")
                .setWatchName("New START treaty")
                .setWatchVersion("5f3c")
                .setSeverity(Severity.HIGH)
                .setStoryId("fedcba9876543210fedcba9876543210")
                .setArticleId("fedcba9876543210fedcba9876543210")
                .setTitle("Moscow offers New START limits for another year")
                .setSource("Example Wire")
                .setUrl("https://news.example/arms?id=1&lang=en")
                .setPublishedAt(NOON)
                .setTopics(List.of("arms-control", "diplomacy"))
                .setMatches(List.of(
                        match(
                                TextField.TITLE,
                                "Moscow offers New START limits for another year",
                                "Moscow offers New START limits for another year",
                                "New START"),
                        match(TextField.BODY, BODY, "A year more of New START would do, Lavrov said.", "New START")))
                .setRelated(List.of(related("Talks on warheads stall"), related("Putin: limits may stay")))
                .setArticleIds(List.of("fedcba9876543210fedcba9876543210"))
                .setArticleCount(1)
                .setSources(List.of("Example Wire"));
    }

    /** Where the words first occur in a sentence of a text. */
    public static Match match(TextField field, String text, String sentence, String words) {
        int sentenceStart = text.indexOf(sentence);
        int start = text.indexOf(words, sentenceStart);
        return Match.newBuilder()
                .setSpan(TextSpan.newBuilder()
                        .setField(field)
                        .setStart(start)
                        .setEnd(start + words.length())
                        .setText(words)
                        .build())
                .setClause(words)
                .setSentence(sentence)
                .setSentenceStart(sentenceStart)
                .build();
    }

    /** An alert of a bare headline. */
    public static Alert.Builder headline(String title, String... words) {
        return alert().setTitle(title)
                .setMatches(Arrays.stream(words)
                        .map(each -> match(TextField.TITLE, title, title, each))
                        .toList())
                .setRelated(List.of());
    }

    public static RelatedHeadline related(String title) {
        return RelatedHeadline.newBuilder()
                .setArticleId("00112233445566778899aabbccddeeff")
                .setTitle(title)
                .setSource("Harbour Press")
                .setUrl("https://harbour.example/" + title.length())
                .setPublishedAt(NOON)
                .setScore(0.91234)
                .setRelation(Relation.SAME_EVENT)
                .build();
    }

    public static Receiver receiver(Format format) {
        return receiver(format, Filter.ALL);
    }

    public static Receiver receiver(Format format, Filter filter) {
        return receiver(format, "https://desk.example/hooks/T0/s3cr3t?key=abc", filter, Map.of());
    }

    public static Receiver receiver(Format format, String url, Filter filter, Map<String, Secret> headers) {
        return new Receiver(
                "desk",
                URI.create(url),
                format,
                List.of(SECRET, OLD_SECRET),
                headers,
                Receiver.DEFAULT_TIMEOUT,
                format.defaultRate(),
                filter,
                true,
                false,
                Receiver.DEFAULT_GIVE_UP_AFTER);
    }
}
