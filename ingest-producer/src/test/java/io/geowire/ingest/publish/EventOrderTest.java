package io.geowire.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.events.Article;
import io.geowire.ingest.item.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class EventOrderTest {
    private static final Instant START = Instant.parse("2026-02-06T10:00:00Z");

    private final List<Article> out = new ArrayList<>();

    @Test
    void newestFirstGoesOutOldestFirst() {
        EventOrder order = order(10, 1_000);

        for (int minute = 5; minute > 0; minute--) {
            order.add(article(minute, "m" + minute), new Origin("a", minute));
        }
        assertThat(out).isEmpty();
        order.drain();

        assertThat(titles()).containsExactly("m1", "m2", "m3", "m4", "m5");
    }

    @Test
    void articlesOfOneTimeKeepTheOrderOfTheInput() {
        EventOrder order = order(10, 1_000);

        for (String title : List.of("c", "a", "b")) {
            order.add(article(1, title), new Origin("a", 1));
        }
        order.drain();

        assertThat(titles()).containsExactly("c", "a", "b");
    }

    @Test
    void earliestGoesOutWhenThereIsNoRoomForMoreArticles() {
        EventOrder order = order(2, 1_000);

        order.add(article(3, "third"), new Origin("a", 1));
        order.add(article(1, "first"), new Origin("a", 2));
        assertThat(out).isEmpty();
        order.add(article(2, "second"), new Origin("a", 3));

        assertThat(titles()).containsExactly("first");
    }

    @Test
    void earliestGoesOutWhenThereIsNoRoomForMoreText() {
        EventOrder order = order(100, 9);

        order.add(article(2, "12345"), new Origin("a", 1));
        order.add(article(1, "1234"), new Origin("a", 2));
        assertThat(out).isEmpty();
        order.add(article(3, "1"), new Origin("a", 3));

        assertThat(titles()).containsExactly("1234");
    }

    @Test
    void withoutLookAheadNothingIsHeld() {
        EventOrder order = order(0, 1_000);

        order.add(article(2, "later"), new Origin("a", 1));
        order.add(article(1, "earlier"), new Origin("a", 2));

        assertThat(titles()).containsExactly("later", "earlier");
    }

    @RepeatedTest(10)
    void shuffledInputWithinTheLookAheadComesOutSorted() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Article> input = new ArrayList<>(IntStream.range(0, 200)
                .mapToObj(i -> article(random.nextInt(50), "t" + i))
                .toList());
        Collections.shuffle(input, random);
        EventOrder order = order(200, 1_000_000);

        input.forEach(article -> order.add(article, new Origin("a", 1)));
        order.drain();

        assertThat(out)
                .as("seed %d", seed)
                .isEqualTo(input.stream()
                        .sorted(Comparator.comparing(Article::getPublishedAt))
                        .toList());
    }

    private EventOrder order(int articles, long chars) {
        return new EventOrder(articles, chars, (article, origin) -> out.add(article));
    }

    private List<String> titles() {
        return out.stream().map(Article::getTitle).toList();
    }

    private static Article article(int minute, String title) {
        return Article.newBuilder()
                .setId(title)
                .setTitle(title)
                .setPublishedAt(START.plusSeconds(60L * minute))
                .setIngestedAt(START)
                .setContentHash("x")
                .build();
    }
}
