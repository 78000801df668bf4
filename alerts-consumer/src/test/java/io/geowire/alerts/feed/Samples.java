package io.geowire.alerts.feed;

import io.geowire.events.Alert;
import io.geowire.events.Match;
import io.geowire.events.Severity;
import io.geowire.events.TextField;
import io.geowire.events.TextSpan;
import java.time.Instant;
import java.util.List;

/** Alerts to be shown. */
final class Samples {
    static final Instant NOON = Instant.parse("2026-02-06T12:00:00Z");

    private Samples() {}

    static Alert.Builder alert(String watch, String story) {
        return Alert.newBuilder()
                .setAlertId("alert of " + story)
                .setRevision(1)
                .setWatchId(watch)
                .setWatchName("Watch " + watch)
                .setWatchVersion("1")
                .setSeverity(Severity.HIGH)
                .setStoryId(story)
                .setArticleId(story)
                .setTitle("Headline of " + story)
                .setUrl("https://example.org/" + story)
                .setPublishedAt(NOON)
                .setMatches(List.of())
                .setArticleIds(List.of(story))
                .setArticleCount(1)
                .setSources(List.of("Example Wire"));
    }

    static Match match(String text) {
        return Match.newBuilder()
                .setSpan(TextSpan.newBuilder()
                        .setField(TextField.TITLE)
                        .setStart(0)
                        .setEnd(text.length())
                        .setText(text)
                        .build())
                .setClause(text)
                .setSentence(text)
                .setSentenceStart(0)
                .build();
    }

    static AlertView view(String watch, String story, Severity severity, Instant updatedAt) {
        return AlertView.of(alert(watch, story).setSeverity(severity).build(), updatedAt);
    }
}
