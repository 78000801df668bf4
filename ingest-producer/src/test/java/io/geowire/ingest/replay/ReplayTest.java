package io.geowire.ingest.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.events.Article;
import io.geowire.ingest.normalise.BackfillRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final Instant READ = Instant.parse("2026-02-06T12:00:00Z");

    private final FakeTimer timer = new FakeTimer();

    @Test
    void eachArticleWaitsUntilItIsDue() {
        Replay replay = new Replay(new Pace.Speed(60), BackfillRule.NONE, timer);

        replay.apply(article(READ.minusSeconds(600)));
        replay.apply(article(READ.minusSeconds(300)));
        replay.apply(article(READ));

        assertThat(timer.pauses).containsExactly(Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(5));
        assertThat(replay.sent()).isEqualTo(3);
        assertThat(replay.reached()).hasValue(READ);
        assertThat(replay.elapsed()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void lateArticlesGoAtOnceUntilThePaceIsCaughtUp() {
        Replay replay = new Replay(new Pace.Rate(1, Duration.ofSeconds(1)), BackfillRule.NONE, timer);
        replay.apply(article(READ));
        timer.now = Duration.ofMillis(2_500);

        replay.apply(article(READ));
        replay.apply(article(READ));
        replay.apply(article(READ));

        assertThat(timer.pauses.subList(1, 4))
                .containsExactly(Duration.ofMillis(-1_500), Duration.ofMillis(-500), Duration.ofMillis(500));
    }

    @Test
    void eventTimesStayAndOnlyTheMarkIsSet() {
        Article article = article(READ.minus(Duration.ofDays(400)));

        assertThat(new Replay(Pace.UNLIMITED, BackfillRule.NONE, timer).apply(article))
                .isEqualTo(article);
        assertThat(new Replay(Pace.UNLIMITED, BackfillRule.ALL, timer).apply(article))
                .isEqualTo(Article.newBuilder(article).setBackfill(true).build());
    }

    @Test
    void whatWasOldWhenItWasReadIsBackfillByAge() {
        BackfillRule rule = BackfillRule.olderThan(Duration.ofDays(3));

        assertThat(rule.covers(article(READ.minus(Duration.ofDays(3))))).isFalse();
        assertThat(rule.covers(article(READ.minus(Duration.ofDays(3)).minusMillis(1))))
                .isTrue();
        assertThat(rule.covers(article(READ.plusSeconds(60)))).isFalse();
    }

    @Test
    void toldToEndItSendsNoMore() {
        Replay replay = new Replay(Pace.UNLIMITED, BackfillRule.NONE, timer);
        replay.apply(article(READ));

        replay.stop();

        assertThatThrownBy(() -> replay.apply(article(READ))).isInstanceOf(CancellationException.class);
        assertThat(replay.sent()).isEqualTo(1);
    }

    private static Article article(Instant publishedAt) {
        return Article.newBuilder()
                .setId("id")
                .setTitle("T")
                .setPublishedAt(publishedAt)
                .setIngestedAt(READ)
                .setContentHash("h")
                .build();
    }

    private static final class FakeTimer implements Replay.Timer {
        private final List<Duration> pauses = new ArrayList<>();
        private Duration now = Duration.ZERO;
        private boolean stopped;

        @Override
        public Duration elapsed() {
            return now;
        }

        @Override
        public boolean pause(Duration duration) {
            pauses.add(duration);
            if (!duration.isNegative()) {
                now = now.plus(duration);
            }
            return stopped;
        }

        @Override
        public void stop() {
            stopped = true;
        }
    }
}
