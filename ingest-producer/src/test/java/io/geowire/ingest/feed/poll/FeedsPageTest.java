package io.geowire.ingest.feed.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.events.FeedHealth;
import io.geowire.ingest.feed.Feed;
import io.geowire.ingest.feed.list.FeedList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The page on feeds says what the code does. */
class FeedsPageTest {
    private final String page = read();

    @Test
    void tableOfSettingsEqualsTheCode() {
        assertThat(rows("\\| `(geowire\\.ingest\\.feed[^`]*)` \\|[^|]*\\| ([^ |`]+) \\|"))
                .filteredOn(row -> FeedsConfig.KEYS.contains(row.get(0)))
                .containsExactlyInAnyOrder(
                        List.of(FeedsConfig.LIST, "none"),
                        List.of(FeedsConfig.HOSTS, String.valueOf(FeedsConfig.DEFAULT_HOSTS)),
                        List.of(FeedsConfig.SPACING, FeedsConfig.DEFAULT_SPACING.toString()));
    }

    @Test
    void exampleOfAListIsOneAndUsesEveryFieldOfTheTable() {
        String example = page.substring(page.indexOf("feeds:\n"), page.indexOf("```", page.indexOf("feeds:\n")));

        FeedList list = FeedList.parse("feeds.md", example.getBytes(StandardCharsets.UTF_8), name -> "token");

        assertThat(list.faults()).isEmpty();
        assertThat(list.feeds().get(0)).isEqualTo(Feed.at(list.feeds().get(0).url(), null));
        assertThat(list.feeds().get(1).headers()).isEqualTo(Map.of("authorization", "Bearer token"));
    }

    @Test
    void defaultsOfTheListEqualTheCode() {
        assertThat(rows("\\| `(every)` \\|[^|]*`(PT1S)` to `(PT24H)` \\| `(PT15M)` \\|"))
                .containsExactly(List.of(
                        "every", Feed.MIN_EVERY.toString(), Feed.MAX_EVERY.toString(), Feed.DEFAULT_EVERY.toString()));
    }

    @Test
    void rulesOfPollingEqualTheCode() {
        assertThat(page)
                .contains("| least time between two requests to a host and port | %d s |"
                        .formatted(FeedsConfig.DEFAULT_SPACING.toSeconds()))
                .contains("| after a 429 | %d s |".formatted(FeedFetcher.PAUSE_AFTER_429.toSeconds()))
                .contains("| a whole exchange, redirects included | %d s |".formatted(Web.TIMEOUT.toSeconds()))
                .contains("| redirects followed | %d |".formatted(Web.MAX_REDIRECTS))
                .contains("At most %d MB decompressed".formatted(FeedFetcher.MAX_BYTES / 1_000_000));
    }

    @Test
    void everyHealthIsExplained() {
        assertThat(rows("\\| `([a-z-]+)` \\| [^|]+ \\|"))
                .extracting(row -> row.get(0))
                .containsAll(Arrays.stream(FeedHealth.values())
                        .map(FeedMeters::label)
                        .toList());
    }

    private List<List<String>> rows(String pattern) {
        return page.lines()
                .map(Pattern.compile(pattern)::matcher)
                .filter(Matcher::matches)
                .map(MatchResult.class::cast)
                .map(row -> IntStream.rangeClosed(1, row.groupCount())
                        .mapToObj(row::group)
                        .collect(Collectors.toList()))
                .toList();
    }

    private static String read() {
        try {
            return Files.readString(Path.of("docs", "feeds.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
