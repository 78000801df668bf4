package io.geowire.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsResult;
import org.apache.kafka.clients.admin.MockAdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicCollection;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class TopicProvisionerTest {
    private static final List<Node> BROKERS = Arrays.asList(new Node(0, "b0", 1), new Node(1, "b1", 1));

    private final List<TopicSpec> specs = TopicCatalogue.load().ownedBy("enrichment-streams");
    private final MockAdminClient admin = MockAdminClient.create().numBrokers(2).build();

    @Test
    void createsWhatIsMissingAsTheCatalogueSays() throws Exception {
        TopicProvisioner.ensure(admin, specs);

        assertThat(admin.listTopics().names().get()).containsExactlyInAnyOrder(Topics.ENRICHED, Topics.ENRICHMENT_DLQ);
        for (TopicSpec spec : specs) {
            assertThat(describe(spec.name()).partitions()).hasSize(spec.partitions());
            assertThat(settings(spec.name())).containsAllEntriesOf(spec.config());
        }
    }

    @Test
    void createsOnlyWhatIsMissing() throws Exception {
        create(specs.get(0), specs.get(0).partitions(), specs.get(0).config());

        TopicProvisioner.ensure(admin, specs);

        assertThat(describe(specs.get(1).name()).partitions()).hasSize(1);
    }

    @Test
    void findsNothingToDoTheSecondTime() throws Exception {
        TopicProvisioner.ensure(admin, specs);

        TopicProvisioner.ensure(admin, specs);

        assertThat(admin.listTopics().names().get()).hasSize(specs.size());
    }

    @Test
    void makesAsManyCopiesAsItIsTold() throws Exception {
        TopicProvisioner.ensure(admin, specs, (short) 2);

        assertThat(describe(Topics.ENRICHED).partitions().get(0).replicas()).hasSize(2);
    }

    @Test
    void refusesAnExistingTopicWithOtherPartitions() throws Exception {
        TopicSpec enriched = specs.get(0);
        create(enriched, 7, enriched.config());

        assertThatThrownBy(() -> TopicProvisioner.ensure(admin, specs))
                .isInstanceOf(ConfigException.class)
                .hasMessage("topic 'news.articles.enriched.v1' has 7 partitions, needed are 4");
    }

    @Test
    void takesAnExistingTopicWithThePartitionsThatTheDeploymentWants() throws Exception {
        TopicSpec enriched = specs.get(0).withPartitions(7);
        create(enriched, 7, enriched.config());

        TopicProvisioner.ensure(admin, List.of(enriched));

        assertThat(describe(Topics.ENRICHED).partitions()).hasSize(7);
    }

    @Test
    void refusesAnExistingTopicThatWouldLoseRecordsAndTellsAllFaults() throws Exception {
        Map<String, String> automatic = Map.of("cleanup.policy", "delete", "message.timestamp.type", "CreateTime");
        create(specs.get(0), 1, automatic);

        assertThatThrownBy(() -> TopicProvisioner.ensure(admin, specs))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll(
                        "has 1 partitions, needed are 4",
                        "has cleanup.policy=delete, needed is compact,delete",
                        "has message.timestamp.type=CreateTime, needed is LogAppendTime");
    }

    @Test
    void leavesTheRetentionOfAnExistingTopicToTheOperator() throws Exception {
        TopicSpec enriched = specs.get(0);
        Map<String, String> longer = new HashMap<>(enriched.config());
        longer.put("retention.ms", "31536000000");
        create(enriched, 4, longer);

        TopicProvisioner.ensure(admin, specs);

        assertThat(settings(Topics.ENRICHED)).containsEntry("retention.ms", "31536000000");
    }

    @Test
    void anInstanceThatIsSlowerThanAnotherTakesItsTopics() throws Exception {
        MockAdminClient slow = new MockAdminClient(BROKERS, BROKERS.get(0)) {
            @Override
            public CreateTopicsResult createTopics(Collection<NewTopic> topics, CreateTopicsOptions options) {
                super.createTopics(topics, options);
                return super.createTopics(topics, options);
            }
        };

        TopicProvisioner.ensure(slow, specs);

        assertThat(slow.listTopics().names().get()).hasSize(specs.size());
    }

    /** Shows no topic the first times it is asked. */
    private static class LaggingAdmin extends MockAdminClient {
        private final int blindTimes;
        private int asked;

        LaggingAdmin(int blindTimes) {
            super(BROKERS, BROKERS.get(0));
            this.blindTimes = blindTimes;
        }

        @Override
        public DescribeTopicsResult describeTopics(TopicCollection topics, DescribeTopicsOptions options) {
            asked++;
            return super.describeTopics(
                    asked > blindTimes ? topics : TopicCollection.ofTopicNames(List.of("news.not.yet.v1")), options);
        }
    }

    @Test
    void waitsUntilNewTopicsCanBeSeen() {
        LaggingAdmin lagging = new LaggingAdmin(3);

        TopicProvisioner.ensure(lagging, specs);

        assertThat(lagging.asked).isEqualTo(4);
    }

    @Test
    void aBrokerThatDoesNotAnswerIsTold() {
        admin.timeoutNextRequest(1);

        assertThatThrownBy(() -> TopicProvisioner.ensure(admin, specs)).isInstanceOf(TimeoutException.class);
    }

    @Test
    void aThreadThatIsInterruptedStopsWaitingAndStaysInterrupted() {
        LaggingAdmin lagging = new LaggingAdmin(Integer.MAX_VALUE);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> TopicProvisioner.ensure(lagging, specs)).isInstanceOf(InterruptException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private void create(TopicSpec spec, int partitions, Map<String, String> config) throws Exception {
        NewTopic topic = new NewTopic(spec.name(), Optional.of(partitions), Optional.empty()).configs(config);
        admin.createTopics(List.of(topic)).all().get();
    }

    private TopicDescription describe(String topic) throws Exception {
        return admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
    }

    private Map<String, String> settings(String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
        Map<String, String> settings = new HashMap<>();
        config.entries().forEach(entry -> settings.put(entry.name(), entry.value()));
        return settings;
    }
}
