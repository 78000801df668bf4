package io.geowire.alerts.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.geowire.events.Alert;
import io.geowire.events.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the feed says of an alert. Of bounded size, whatever the alert holds.
 *
 * @param updatedAt when this revision came into the topic
 * @param severity {@code low}, {@code medium}, {@code high} or {@code critical}
 * @param url of the article that raised it; null unless it is http or https
 * @param matches the different texts that matched, at most ten
 * @param sources who carries the story, at most ten
 */
record AlertView(
        @JsonProperty String alertId,
        @JsonProperty int revision,
        @JsonProperty String updatedAt,
        @JsonProperty String watchId,
        @JsonProperty String watchName,
        @JsonProperty String severity,
        @JsonProperty String title,
        @JsonProperty @Nullable String source,
        @JsonProperty @Nullable String url,
        @JsonProperty String publishedAt,
        @JsonProperty List<String> matches,
        @JsonProperty int articleCount,
        @JsonProperty List<String> sources,
        @JsonProperty String storyId,
        @JsonProperty String articleId,
        @JsonProperty @Nullable String inputId) {
    private static final int MAX_TEXT = 500;
    private static final int MAX_URL = 2_000;
    private static final int MAX_LISTED = 10;

    static AlertView of(Alert alert, Instant updatedAt) {
        return new AlertView(
                cut(alert.getAlertId()),
                alert.getRevision(),
                updatedAt.toString(),
                cut(alert.getWatchId()),
                cut(alert.getWatchName()),
                name(alert.getSeverity()),
                cut(alert.getTitle()),
                cutIfAny(alert.getSource()),
                link(alert.getUrl()),
                alert.getPublishedAt().toString(),
                list(alert.getMatches().stream()
                        .map(match -> match.getSpan().getText())
                        .toList()),
                alert.getArticleCount(),
                list(alert.getSources()),
                cut(alert.getStoryId()),
                cut(alert.getArticleId()),
                cutIfAny(alert.getInputId()));
    }

    static String name(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** A reader will make a link of it: no scripts. */
    private static @Nullable String link(@Nullable String url) {
        if (url == null || url.length() > MAX_URL) {
            return null;
        }
        String scheme = url.toLowerCase(Locale.ROOT);
        return scheme.startsWith("http://") || scheme.startsWith("https://") ? url : null;
    }

    private static List<String> list(List<String> texts) {
        return texts.stream().distinct().limit(MAX_LISTED).map(AlertView::cut).toList();
    }

    private static @Nullable String cutIfAny(@Nullable String text) {
        return text == null ? null : cut(text);
    }

    private static String cut(String text) {
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
        return text.substring(0, end);
    }
}
