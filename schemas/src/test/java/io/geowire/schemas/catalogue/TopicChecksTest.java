package io.geowire.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicChecksTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "delete | delete | true",
                "compact | compact | true",
                "compact,delete | delete , compact | true",
                "compact,delete | compact | true",
                "compact | compact,delete | false",
                "compact | delete | false",
                "compact,delete | delete | false",
                "delete | compact | false",
                "delete | compact,delete | false",
            })
    void compactionMustBeAsNeededAndDeletionMayBeLeftOut(String needed, String actual, boolean good) {
        List<String> faults = TopicChecks.settings(spec(needed), settings(actual, "LogAppendTime"));

        assertThat(faults.isEmpty()).isEqualTo(good);
        assertThat(faults)
                .allSatisfy(fault -> assertThat(fault)
                        .isEqualTo("topic 'news.x.v1' has cleanup.policy=" + actual + ", needed is " + needed));
    }

    @Test
    void timestampsMustBeThoseOfArrival() {
        assertThat(TopicChecks.settings(spec("delete"), settings("delete", "CreateTime")))
                .containsExactly("topic 'news.x.v1' has message.timestamp.type=CreateTime, needed is LogAppendTime");
    }

    private static TopicSpec spec(String policy) {
        return new TopicSpec("news.x.v1", "o", "k", "v", 1, settings(policy, "LogAppendTime"), "d");
    }

    private static Map<String, String> settings(String policy, String timestamps) {
        return Map.of("cleanup.policy", policy, "message.timestamp.type", timestamps);
    }
}
