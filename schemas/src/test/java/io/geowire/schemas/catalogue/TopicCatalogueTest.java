package io.geowire.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;

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
    void anUnknownTopicIsNamed() {
        assertThatThrownBy(() -> catalogue.topic("news.sports.v1")).hasMessageContaining("news.sports.v1");
    }

    @Test
    void aTopicWithUnderscoresIsRefused() {
        assertThatThrownBy(() -> read("news_articles", 1)).hasStackTraceContaining("news_articles");
    }

    @Test
    void aTopicWithoutPartitionsIsRefused() {
        assertThatThrownBy(() -> read("news.articles", 0)).hasStackTraceContaining("partitions is 0");
    }

    private static TopicCatalogue read(String name, int partitions) throws Exception {
        String yaml = "topics: [{name: %s, owner: o, key: k, value: v, partitions: %d, config: {}, doc: d}]"
                .formatted(name, partitions);
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
