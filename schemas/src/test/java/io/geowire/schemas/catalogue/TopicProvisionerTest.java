package io.geowire.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.MockAdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

class TopicProvisionerTest {
    private final MockAdminClient admin = MockAdminClient.create().numBrokers(3).build();
    private final List<TopicSpec> specs = TopicCatalogue.load().ownedBy("enrichment-streams");

    @Test
    void createsWhatIsMissingAsTheCatalogueSays() throws Exception {
        TopicProvisioner.ensure(admin, specs);

        for (TopicSpec spec : specs) {
            var topic = admin.describeTopics(List.of(spec.name()))
                    .allTopicNames()
                    .get()
                    .get(spec.name());
            assertThat(topic.partitions()).hasSize(spec.partitions());
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, spec.name());
            var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            for (Map.Entry<String, String> setting : spec.config().entrySet()) {
                assertThat(config.get(setting.getKey()).value()).isEqualTo(setting.getValue());
            }
        }
    }

    @Test
    void findsNothingToDoTheSecondTime() throws Exception {
        TopicProvisioner.ensure(admin, specs);

        TopicProvisioner.ensure(admin, specs);

        assertThat(admin.listTopics().names().get()).hasSize(specs.size());
    }

    @Test
    void refusesAnExistingTopicWithOtherPartitions() throws Exception {
        admin.createTopics(List.of(new NewTopic(Topics.ENRICHED, Optional.of(7), Optional.empty())))
                .all()
                .get();

        assertThatThrownBy(() -> TopicProvisioner.ensure(admin, specs))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(Topics.ENRICHED)
                .hasMessageContaining("7 partitions")
                .hasMessageContaining("needed are 4");
    }
}
