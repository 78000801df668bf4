package io.geowire.ingest.feed.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.ingest.feed.list.FeedListEditor.EditException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedListEditorTest {
    private static final URI URL = URI.create("https://new.example/rss");

    @Test
    void addsBehindTheLastFeedAndLeavesCommentsWhereTheyAre() throws EditException {
        String list = """
                # on top 😀
                feeds:
                  # the first
                  - url: https://a.example/   # beside
                    headers:
                      X-Key: y  # last

                # at the end
                """;

        assertThat(FeedListEditor.add(list, URL, "New \"Wire\"", false)).isEqualTo("""
                        # on top 😀
                        feeds:
                          # the first
                          - url: https://a.example/   # beside
                            headers:
                              X-Key: y  # last
                          - url: "https://new.example/rss"
                            source: "New \\"Wire\\""

                        # at the end
                        """);
    }

    @Test
    void makesANewList() throws EditException {
        assertThat(FeedListEditor.add("", URL, null, true))
                .isEqualTo("feeds:\n  - url: \"https://new.example/rss\"\n    allowPrivate: true\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "feeds: []",
                "feeds: [ ] # none\n",
                "feeds: [https://a.example/]\n",
                "feeds: [\n  {url: https://a.example/},\n]\n",
                "feeds:\n",
                "feeds:",
                "feeds:\n- https://a.example/",
                "feeds:\r\n    - https://a.example/\r\n# end\r\n",
                "feeds:\n  - {url: https://a.example/,\n     source: x}\n",
                "# only a comment\n",
                "feeds:\n  - url: https://a.example/\n    source: >\n      folded\n      text\n",
            })
    void addsToEveryShapeOfList(String list) throws EditException {
        String once = FeedListEditor.add(list, URL, "New", false);
        String twice = FeedListEditor.add(once, URI.create("https://second.example/"), null, false);

        FeedList parsed = FeedList.parse("f", twice.getBytes(java.nio.charset.StandardCharsets.UTF_8), name -> "");
        assertThat(parsed.faults()).isEmpty();
        assertThat(parsed.feeds()
                        .subList(parsed.feeds().size() - 2, parsed.feeds().size()))
                .extracting(feed -> feed.url().getHost())
                .containsExactly("new.example", "second.example");
    }

    @Test
    void refusesAFeedThatIsThere() {
        assertThatThrownBy(() -> FeedListEditor.add("feeds: ['https://new.example/rss']", URL, null, false))
                .hasMessage("has the feed already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<opml/>", "feeds: [", "other: 1"})
    void refusesWhatIsNoListInYaml(String list) {
        assertThatThrownBy(() -> FeedListEditor.add(list, URL, null, false))
                .hasMessage("is not a list of feeds in YAML");
    }
}
