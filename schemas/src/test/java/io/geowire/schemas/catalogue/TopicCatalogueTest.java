package io.geowire.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.events.DeadLetter;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicCatalogueTest {
    private final TopicCatalogue catalogue = TopicCatalogue.load();

    @Test
    void holdsExactlyTheTopicsThatHaveAConstant() {
        List<String> constants = Arrays.stream(Topics.class.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()))
                .map(TopicCatalogueTest::value)
                .toList();

        assertThat(catalogue.topics()).extracting(TopicSpec::name).containsExactlyInAnyOrderElementsOf(constants);
    }

    @Test
    void everyValueIsAGeneratedRecord() {
        assertThat(catalogue.topics())
                .allSatisfy(topic -> assertThat(Class.forName(topic.value())).isAssignableTo(SpecificRecord.class));
    }

    @Test
    void everyTopicIsDatedByArrivalSoThatOldNewsIsNotDeletedAtOnce() {
        assertThat(catalogue.topics())
                .allSatisfy(topic -> assertThat(topic.config())
                        .containsEntry(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));
    }

    @Test
    void everyApplicationHasOneTopicOfDeadLetters() {
        assertThat(catalogue.topics())
                .filteredOn(topic -> topic.value().equals(DeadLetter.class.getName()))
                .extracting(TopicSpec::owner)
                .containsExactlyInAnyOrder("ingest-producer", "enrichment-streams", "alerts-consumer");
    }

    @Test
    void deadLettersAreKeptForThirtyDaysAndNeverCompactedSinceTheirKeyMayBeMissing() {
        assertThat(catalogue.topics())
                .filteredOn(topic -> topic.value().equals(DeadLetter.class.getName()))
                .allSatisfy(topic -> assertThat(topic.config())
                        .containsEntry(TopicConfig.CLEANUP_POLICY_CONFIG, "delete")
                        .containsEntry(
                                TopicConfig.RETENTION_MS_CONFIG,
                                String.valueOf(Duration.ofDays(30).toMillis())));
    }

    @Test
    void watchesAreNeverDeletedByAge() {
        assertThat(catalogue.topic(Topics.WATCHES).config())
                .containsEntry(TopicConfig.CLEANUP_POLICY_CONFIG, "compact")
                .doesNotContainKey(TopicConfig.RETENTION_MS_CONFIG);
    }

    @Test
    void whatInstancesShareHasFourPartitionsAndTheRestOne() {
        assertThat(catalogue.topics())
                .allSatisfy(topic -> assertThat(topic.partitions())
                        .as(topic.name())
                        .isEqualTo(
                                Set.of(Topics.ARTICLES, Topics.ENRICHED, Topics.ALERTS, Topics.INGEST_STATE)
                                                .contains(topic.name())
                                        ? 4
                                        : 1));
    }

    @Test
    void everySettingIsOneThatKafkaHasForTopics() throws Exception {
        Set<Object> known = new HashSet<>();
        for (Field constant : TopicConfig.class.getDeclaredFields()) {
            known.add(constant.get(null));
        }

        assertThat(catalogue.topics())
                .allSatisfy(
                        topic -> assertThat(known).containsAll(topic.config().keySet()));
    }

    @Test
    void anUnknownTopicIsNamed() {
        assertThatThrownBy(() -> catalogue.topic("news.sports.v1")).hasMessageContaining("news.sports.v1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: news_articles, partitions: 1, doc: d}                | news_articles",
                "{name: '', partitions: 1, doc: d}                           | topic ''",
                "{name: news.a, partitions: 0, doc: d}                       | partitions is 0",
                "{name: news.a, doc: d}                                      | partitions",
                "{name: news.a, partitions: 1, doc: ' '}                     | doc is missing",
                "{name: news.a, partitions: 1}                               | doc is missing",
                "{name: news.a, partitions: 1, doc: d, retention: 5}         | retention"
            })
    void aFaultyTopicIsRefused(String topic, String fault) {
        String whole = topic.replace("{", "{owner: o, key: k, value: v, config: {}, ");

        assertThatThrownBy(() -> read(whole)).hasStackTraceContaining(fault);
    }

    @Test
    void aTopicThatIsThereTwiceIsRefused() {
        String topic = "{name: news.a, owner: o, key: k, value: v, partitions: 1, config: {}, doc: d}";

        assertThatThrownBy(() -> read(topic + "," + topic)).hasMessageContaining("'news.a' is there twice");
    }

    private static TopicCatalogue read(String topics) throws Exception {
        String yaml = "topics: [" + topics + "]";
        return TopicCatalogue.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
