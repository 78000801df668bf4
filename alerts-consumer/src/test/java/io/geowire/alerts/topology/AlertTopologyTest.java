package io.geowire.alerts.topology;

import static io.geowire.alerts.topology.TopologyFixture.NOON;
import static io.geowire.alerts.topology.TopologyFixture.headline;
import static io.geowire.alerts.topology.TopologyFixture.related;
import static io.geowire.alerts.topology.TopologyFixture.sameEvent;
import static io.geowire.alerts.topology.TopologyFixture.watch;
import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.alerts.alert.AlertId;
import io.geowire.alerts.delivery.Occasion;
import io.geowire.alerts.watch.Severity;
import io.geowire.alerts.watch.Watch;
import io.geowire.events.Alert;
import io.geowire.events.Article;
import io.geowire.events.DateProvenance;
import io.geowire.events.DeadLetter;
import io.geowire.events.EnrichedArticle;
import io.geowire.events.Entity;
import io.geowire.events.EntityType;
import io.geowire.events.Match;
import io.geowire.events.Relation;
import io.geowire.events.TextField;
import io.geowire.events.TextSpan;
import io.geowire.events.Topic;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.service.streams.Arrival;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertTopologyTest {
    private static final Instant ELEVEN = NOON.minus(Duration.ofHours(1));
    private static final Instant ONE = NOON.plus(Duration.ofHours(1));

    @TempDir
    Path folder;

    private TopologyFixture topology;

    @BeforeEach
    void open() {
        topology = new TopologyFixture(folder);
    }

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void alertBearsTheArrivalOfItsArticle() {
        topology.putWatch(watch("oil", "oil"));
        topology.putArrived(headline("a", "Oil"), ELEVEN);
        topology.put(headline("b", "Oil and gas"));

        assertThat(topology.alertRecords())
                .extracting(record -> Arrival.of(record.headers()))
                .containsExactly(OptionalLong.of(ELEVEN.toEpochMilli()), OptionalLong.empty());
    }

    @Test
    void alertTellsAllThatIsKnown() {
        Watch watch = new Watch(
                "start",
                "Arms control",
                Severity.CRITICAL,
                "entity:Q58217",
                List.of("New START"),
                List.of(),
                List.of("arms-control"),
                1,
                List.of("desk"));
        Article article = Article.newBuilder()
                .setId("a")
                .setInputId("in-1")
                .setTitle("Lavrov waits")
                .setBody("Some text.\n\nThe offer on New START stands.")
                .setSource("Wire")
                .setUrl("https://example.org/a")
                .setLanguage("en")
                .setPublishedAt(NOON)
                .setPublishedAtProvenance(DateProvenance.DECLARED)
                .setIngestedAt(NOON)
                .setContentHash("hash")
                .build();
        topology.putWatch(watch);
        topology.put(EnrichedArticle.newBuilder()
                .setArticle(article)
                .setEntities(List.of(Entity.newBuilder()
                        .setId("Q58217")
                        .setName("Sergei Lavrov")
                        .setType(EntityType.PERSON)
                        .setMentions(List.of(
                                new TextSpan(TextField.TITLE, 0, 6, "Lavrov"),
                                new TextSpan(TextField.BODY, 900, 906, "beyond"),
                                new TextSpan(TextField.OTHER, 0, 6, "unknown")))
                        .build()))
                .setTopics(List.of(new Topic("arms-control", List.of(), 0.9, List.of())))
                .setRelated(List.of(related("b", ELEVEN, Relation.DEVELOPING_STORY), sameEvent("c", ONE)))
                .setStoryId("a")
                .setRevision(1)
                .build());

        TestRecord<String, Alert> record = topology.alertRecords().get(0);
        assertThat(record.key()).isEqualTo("start/a");
        assertThat(record.getRecordTime()).isEqualTo(NOON);
        assertThat(record.value())
                .isEqualTo(Alert.newBuilder()
                        .setAlertId(AlertId.of("start", watch.version(), "a", 1))
                        .setRevision(1)
                        .setWatchId("start")
                        .setWatchName("Arms control")
                        .setWatchVersion(watch.version())
                        .setSeverity(io.geowire.events.Severity.CRITICAL)
                        .setMinSources(1)
                        .setReceivers(List.of("desk"))
                        .setStoryId("a")
                        .setArticleId("a")
                        .setInputId("in-1")
                        .setTitle("Lavrov waits")
                        .setSource("Wire")
                        .setUrl("https://example.org/a")
                        .setPublishedAt(NOON)
                        .setTopics(List.of("arms-control"))
                        .setMatches(List.of(
                                new Match(
                                        new TextSpan(TextField.TITLE, 0, 6, "Lavrov"),
                                        "entity:Q58217",
                                        "Lavrov waits",
                                        0),
                                new Match(
                                        new TextSpan(TextField.BODY, 25, 34, "New START"),
                                        "New START",
                                        "The offer on New START stands.",
                                        12)))
                        .setRelated(List.of(related("b", ELEVEN, Relation.DEVELOPING_STORY), sameEvent("c", ONE)))
                        .setArticleIds(List.of("a"))
                        .setArticleCount(1)
                        .setSources(List.of("Wire", "source-c"))
                        .build());
    }

    @Test
    void furtherReportOfAStoryUpdatesItsAlert() {
        topology.putWatch(watch("assets", "assets"));
        topology.put(headline("a", "Assets frozen", ELEVEN));
        topology.put(headline("b", "Assets stay frozen", NOON, sameEvent("a", ELEVEN)));

        List<Alert> alerts = topology.alerts();
        assertThat(alerts).extracting(Alert::getRevision).containsExactly(1, 2);
        assertThat(alerts).extracting(Alert::getStoryId).containsOnly("a");
        assertThat(alerts).extracting(Alert::getArticleId).containsOnly("a");
        assertThat(alerts).extracting(Alert::getAlertId).doesNotHaveDuplicates();
        assertThat(alerts.get(1).getArticleIds()).containsExactly("a", "b");
        assertThat(alerts.get(1).getArticleCount()).isEqualTo(2);
        assertThat(alerts.get(1).getSources()).containsExactly("source-a", "source-b");
    }

    @Test
    void earlierReportThatComesLateJoinsTheAlertThatWasRaised() {
        topology.putWatch(watch("assets", "assets"));
        topology.put(headline("b", "Assets stay frozen", NOON));
        topology.put(headline("a", "Assets frozen", ELEVEN, sameEvent("b", NOON)));
        topology.put(headline("b", "Assets stay frozen", NOON, sameEvent("a", ELEVEN)));

        assertThat(topology.alertRecords())
                .extracting(record -> record.key() + " " + record.value().getRevision())
                .containsExactly("assets/b 1", "assets/b 2");
    }

    @Test
    void articleOfTheStoryThatTheAlertsArticleWasMovedToJoinsIt() {
        topology.putWatch(watch("assets", "assets"));
        topology.put(headline("b", "Assets stay frozen", NOON, sameEvent("a", ELEVEN)));
        topology.put(headline("c", "New assets frozen", ONE, sameEvent("a", ELEVEN)));

        assertThat(topology.alertRecords())
                .extracting(record -> record.key() + " " + record.value().getRevision())
                .containsExactly("assets/a 1", "assets/a 2");
    }

    @Test
    void articleThatMovesToAnotherStoryRaisesNoSecondAlert() {
        topology.putWatch(watch("assets", "assets"));
        topology.put(headline("a", "Assets frozen", ELEVEN));
        topology.put(headline("z", "Assets sold", NOON));
        topology.alerts();

        topology.put(headline("z", "Assets sold", NOON, sameEvent("a", ELEVEN)));

        assertThat(topology.alerts()).isEmpty();
    }

    @Test
    void copyJoinsAndAMereStageOfTheMatterDoesNot() {
        topology.putWatch(watch("assets", "assets"));
        topology.put(headline("a", "Assets frozen", ELEVEN));
        topology.put(headline("b", "Assets frozen", NOON, related("a", ELEVEN, Relation.DUPLICATE)));
        topology.put(headline("c", "Assets thaw", ONE, related("a", ELEVEN, Relation.DEVELOPING_STORY)));

        assertThat(topology.alertRecords())
                .extracting(record -> record.key() + " " + record.value().getRevision())
                .containsExactly("assets/a 1", "assets/a 2", "assets/c 1");
    }

    @Test
    void laterRevisionOfACountedArticleChangesNothing() {
        topology.putWatch(watch("assets", "assets"));
        EnrichedArticle article = headline("a", "Assets frozen");
        topology.put(article);
        topology.alerts();

        topology.put(article);
        topology.put(EnrichedArticle.newBuilder(article).setRevision(2).build());
        topology.put(headline("a", "Assets frozen", NOON, sameEvent("b", ONE)));

        assertThat(topology.alerts()).isEmpty();
    }

    @Test
    void eachWatchHasAnAlertOfItsOwn() {
        topology.putWatch(watch("assets", "assets"));
        topology.putWatch(watch("frozen", "frozen"));
        topology.putWatch(watch("oil", "oil"));
        topology.put(headline("a", "Assets frozen"));

        assertThat(topology.alertRecords())
                .extracting(TestRecord::key)
                .containsExactlyInAnyOrder("assets/a", "frozen/a");
    }

    @Test
    void waitsForTheSourcesThatTheWatchAsksFor() {
        topology.putWatch(watch("assets", "assets", 2));
        topology.put(headline("a", "Assets frozen", ELEVEN));
        assertThat(topology.alerts()).isEmpty();

        topology.put(headline("b", "Assets stay frozen", NOON, sameEvent("a", ELEVEN)));

        Alert alert = topology.alerts().get(0);
        assertThat(alert.getRevision()).isEqualTo(1);
        assertThat(alert.getStoryId()).isEqualTo("a");
        assertThat(alert.getArticleId()).isEqualTo("b");
        assertThat(alert.getArticleIds()).containsExactly("a", "b");
        assertThat(alert.getMinSources()).isEqualTo(2);
    }

    @Test
    void sourceOfAReportOfTheSameEventCountsEvenIfItDoesNotMatch() {
        topology.putWatch(watch("assets", "assets", 2));
        topology.put(headline("a", "Assets frozen", ELEVEN));
        topology.put(headline("b", "Holdings blocked", NOON, sameEvent("a", ELEVEN)));
        assertThat(topology.alerts()).isEmpty();

        topology.put(headline("a", "Assets frozen", ELEVEN, sameEvent("b", NOON)));

        assertThat(topology.alerts()).extracting(Alert::getArticleCount).containsExactly(1);
    }

    @Test
    void removedWatchMatchesNoMore() {
        topology.putWatch(watch("assets", "assets"));
        topology.put(headline("a", "Assets frozen"));
        topology.removeWatch("assets");
        topology.put(headline("b", "Assets sold"));

        assertThat(topology.alerts()).extracting(Alert::getStoryId).containsExactly("a");
    }

    @Test
    void changedWatchMatchesAnewFromThenOnAndNotOneStoryTwice() {
        topology.putWatch(watch("w", "assets"));
        topology.put(headline("a", "Assets frozen", ELEVEN));
        Watch changed = watch("w", "oil OR holdings");
        topology.putWatch(changed);
        topology.put(headline("b", "Assets sold", NOON));
        topology.put(headline("c", "Holdings blocked", NOON, sameEvent("a", ELEVEN)));
        topology.put(headline("d", "Oil sold", NOON));

        List<Alert> alerts = topology.alerts();
        assertThat(alerts)
                .extracting(alert -> alert.getStoryId() + " " + alert.getRevision())
                .containsExactly("a 1", "a 2", "d 1");
        assertThat(alerts.get(1).getWatchVersion()).isEqualTo(changed.version());
    }

    @Test
    void watchThatCannotBeUsedStopsNoOther() {
        topology.putWatch(watch("assets", "assets"));
        topology.putWatch(watch("wrong", "assets AND"));
        topology.putWatch(watch("Not An Id", "assets"));
        topology.putWatch(
                new Watch("phrase", "p", Severity.LOW, null, List.of("…"), List.of(), List.of(), 1, List.of()));
        topology.rawWatches.pipeInput("unreadable", new byte[] {9, 9, 9});
        topology.rawWatches.pipeInput("empty", new byte[0]);
        topology.putWatchAs("alias", watch("assets", "frozen"));
        topology.put(headline("a", "Assets frozen"));

        assertThat(topology.alertRecords()).extracting(TestRecord::key).containsExactly("assets/a");
    }

    @Test
    void recordThatCannotBeReadIsSetAsideAndTheNextIsNot() {
        byte[] poison = "poison".getBytes(StandardCharsets.UTF_8);
        topology.putWatch(watch("assets", "assets"));
        topology.rawArticles.pipeInput("p", poison);
        topology.put(headline("a", "Assets frozen"));

        assertThat(topology.alerts()).hasSize(1);
        DeadLetter letter = topology.deadLetters().get(0);
        assertThat(letter.getApplication()).isEqualTo("geowire-alerts");
        assertThat(letter.getTopic()).isEqualTo(Topics.ENRICHED);
        assertThat(letter.getValue()).isEqualTo(ByteBuffer.wrap(poison));
    }

    @Test
    void removedArticleIsPassedOver() {
        topology.putWatch(watch("assets", "assets"));
        topology.rawArticles.pipeInput("a", null);
        topology.put(headline("a", "Assets frozen"));

        assertThat(topology.alerts()).hasSize(1);
    }

    @Test
    void newsFromBeforeKafkasTimeBeginsIsNews() {
        topology.putWatch(watch("assets", "assets"));
        topology.put(headline("a", "Assets frozen", Instant.parse("1914-08-01T00:00:00Z")));

        assertThat(topology.alertRecords())
                .extracting(TestRecord::getRecordTime)
                .containsExactly(Instant.EPOCH);
    }

    @Test
    void backfillAlertsAndIsMarkedUntilTheFirstReportThatIsNone() {
        topology.putWatch(watch("strike", "strike"));
        topology.put(backfill(headline("a", "Strike in the port", ELEVEN)));
        topology.put(headline("b", "Strike in the port goes on", NOON, sameEvent("a", ELEVEN)));
        topology.put(backfill(headline("c", "Strike in the port, as it began", NOON, sameEvent("a", ELEVEN))));

        List<Alert> alerts = topology.alerts();
        assertThat(alerts).extracting(Alert::getStoryId).containsOnly("a");
        assertThat(alerts).extracting(Alert::getRevision).containsExactly(1, 2, 3);
        assertThat(alerts).extracting(Alert::getBackfill).containsExactly(true, false, true);
        assertThat(alerts).extracting(Alert::getRaisedRevision).containsExactly(0, 2, 2);
        assertThat(alerts).extracting(Occasion::of).containsExactly(Occasion.RAISED, Occasion.RAISED, Occasion.UPDATED);
        // What is told first is the report that is news.
        assertThat(alerts).extracting(Alert::getArticleId).containsExactly("a", "b", "b");
    }

    @Test
    void articleThatComesAgainAsNewsIsToldOnce() {
        topology.putWatch(watch("strike", "strike"));
        topology.put(backfill(headline("a", "Strike in the port")));
        topology.put(headline("a", "Strike in the port"));
        topology.put(headline("a", "Strike in the port"));

        assertThat(topology.alerts()).extracting(Alert::getBackfill).containsExactly(true, false);
    }

    private static EnrichedArticle backfill(EnrichedArticle article) {
        return EnrichedArticle.newBuilder(article)
                .setArticle(Article.newBuilder(article.getArticle())
                        .setBackfill(true)
                        .build())
                .build();
    }
}
