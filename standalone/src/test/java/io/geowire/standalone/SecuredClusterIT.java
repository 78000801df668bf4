package io.geowire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.geowire.alerts.AlertsApp;
import io.geowire.alerts.AlertsConfig;
import io.geowire.enrichment.EnrichmentApp;
import io.geowire.enrichment.EnrichmentConfig;
import io.geowire.ingest.IngestApp;
import io.geowire.ingest.IngestConfig;
import io.geowire.ingest.IngestListener;
import io.geowire.schemas.catalogue.TopicCatalogue;
import io.geowire.schemas.catalogue.TopicProvisioner;
import io.geowire.schemas.catalogue.TopicSpec;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.service.Settings;
import io.geowire.standalone.broker.Certificates;
import io.geowire.standalone.broker.SecureBroker;
import io.geowire.standalone.deploy.Manifests;
import io.geowire.standalone.deploy.Rules;
import io.geowire.standalone.pipeline.Throughput;
import io.geowire.standalone.pipeline.TopicTail;
import io.geowire.standalone.registry.LockedRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Against a broker that demands TLS, a user and a password, a registry that does too, and topics that an operator made: each
 * service has the rights that its user has in the Kubernetes manifests, and no others.
 */
class SecuredClusterIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String SCRAM = "SCRAM-SHA-512";
    private static final String PASSWORD = "service-geheim";
    private static final Path SEEDS = Path.of("..", "seeds");

    @TempDir
    static Path folder;

    private static final MeterRegistry METERS = new SimpleMeterRegistry();

    private static Certificates certificates;
    private static SecureBroker broker;
    private static LockedRegistry registry;

    @BeforeAll
    static void start() throws Exception {
        certificates = Certificates.make(folder);
        broker = SecureBroker.start(folder.resolve("broker"), certificates, Map.of("stranger", PASSWORD));
        registry = new LockedRegistry(folder.resolve("registry"), certificates, "geowire", PASSWORD);
        for (KafkaUser user : Manifests.all(KafkaUser.class)) {
            broker.addUser(user.getMetadata().getName(), PASSWORD);
            broker.allow(Rules.of(user));
        }
        try (Admin admin = Admin.create(broker.admin())) {
            TopicProvisioner.ensure(admin, TopicCatalogue.load().topics());
        }
    }

    @AfterAll
    static void stop() {
        registry.close();
        broker.close();
    }

    @Test
    void sampleNewsRaisesTheSampleAlertsWithNoMoreRightsThanTheManifestsGive() throws Exception {
        try (EnrichmentApp enrichment = new EnrichmentApp(
                        EnrichmentConfig.from(settings(
                                SCRAM,
                                "geowire-enrichment",
                                Map.of(
                                        "geowire.enrichment.state-dir",
                                        folder.resolve("enrichment").toString()))),
                        METERS);
                AlertsApp alerts = new AlertsApp(
                        AlertsConfig.from(settings(
                                SCRAM,
                                "geowire-alerts",
                                Map.of(
                                        "geowire.alerts.state-dir",
                                                folder.resolve("alerts").toString(),
                                        "geowire.alerts.watches",
                                                SEEDS.resolve("watches.yaml").toString()))),
                        METERS);
                IngestApp ingest = ingest(SCRAM, "geowire-ingest")) {
            enrichment.start();
            alerts.start();
            ingest.start();
            assertThat(ingest.run(List.of(SEEDS.toString())).succeeded()).isTrue();
            try (Throughput throughput = new Throughput(broker.admin())) {
                await().atMost(PATIENCE).until(throughput::isComplete);
            }

            assertThat(keys(Topics.ENRICHED)).isEqualTo(keys(Topics.ARTICLES)).isNotEmpty();
            assertThat(keys(Topics.ALERTS)).hasSize(5);
            assertThat(keys(Topics.ENRICHMENT_DLQ)).isEmpty();
            assertThat(enrichment.failure().toCompletableFuture()).isNotDone();
            assertThat(alerts.failure().toCompletableFuture()).isNotDone();
            assertThat(topics()).isEqualTo(specified(TopicsCommand.all()));
        }
    }

    /** Partitions and own settings of every topic, by its name. */
    private static Map<String, String> topics() throws Exception {
        Map<String, String> topics = new TreeMap<>();
        try (Admin admin = Admin.create(broker.admin())) {
            List<ConfigResource> resources = new ArrayList<>();
            for (TopicDescription topic : admin.describeTopics(
                            admin.listTopics().names().get())
                    .allTopicNames()
                    .get()
                    .values()) {
                topics.put(topic.name(), topic.partitions().size() + " ");
                resources.add(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()));
            }
            admin.describeConfigs(resources).all().get().forEach((resource, config) -> {
                Map<String, String> own = new TreeMap<>();
                config.entries().stream()
                        .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                        .forEach(entry -> own.put(entry.name(), entry.value()));
                topics.merge(resource.name(), own.toString(), String::concat);
            });
        }
        return topics;
    }

    private static Map<String, String> specified(List<TopicSpec> specs) {
        Map<String, String> topics = new TreeMap<>();
        specs.forEach(spec -> topics.put(spec.name(), spec.partitions() + " " + new TreeMap<>(spec.config())));
        return topics;
    }

    @Test
    void userWithoutRightsIsToldWhichTopicItMayNotSee() throws Exception {
        try (IngestApp ingest = ingest("PLAIN", "stranger")) {
            assertThatThrownBy(ingest::start)
                    .isInstanceOf(TopicAuthorizationException.class)
                    .hasMessage("topic '%s': this user may not describe it", Topics.ARTICLES);
        }
    }

    @Test
    void userWhoMayNotCreateTopicsIsToldWhichOneIsMissing() throws Exception {
        Map<String, Object> clients = broker.clients(SCRAM, "geowire-enrichment", PASSWORD);
        try (Admin admin = Admin.create(clients)) {
            broker.allow(List.of(new AclBinding(
                    new ResourcePattern(ResourceType.TOPIC, "news.missing.v1", PatternType.LITERAL),
                    new AccessControlEntry(
                            "User:geowire-enrichment", "*", AclOperation.DESCRIBE, AclPermissionType.ALLOW))));
            TopicSpec missing = new TopicSpec("news.missing.v1", "nobody", "none", "none", 1, Map.of(), "Not there.");

            assertThatThrownBy(() -> TopicProvisioner.ensure(admin, List.of(missing)))
                    .isInstanceOf(TopicAuthorizationException.class)
                    .hasMessage("topic 'news.missing.v1' is missing and this user may not create it");
        }
    }

    @Test
    void wrongPasswordEndsTheStartAndIsNotShown() throws Exception {
        Map<String, String> wrong = new HashMap<>(values(SCRAM, "geowire-ingest"));
        wrong.compute("geowire.kafka.sasl.jaas.config", (key, jaas) -> jaas.replace(PASSWORD, "guessed"));
        try (IngestApp ingest = new IngestApp(IngestConfig.from(Settings.of(wrong)), METERS, IngestListener.NONE)) {
            assertThatThrownBy(ingest::start)
                    .isInstanceOf(SaslAuthenticationException.class)
                    .hasMessageNotContaining("guessed");
        }
    }

    @Test
    void brokerWhoseCertificateIsNotTrustedIsRefused() throws Exception {
        Map<String, String> untrusting = new HashMap<>(values(SCRAM, "geowire-ingest"));
        untrusting.keySet().removeIf(key -> key.startsWith("geowire.kafka.ssl."));
        try (IngestApp ingest =
                new IngestApp(IngestConfig.from(Settings.of(untrusting)), METERS, IngestListener.NONE)) {
            assertThatThrownBy(ingest::start).isInstanceOf(SslAuthenticationException.class);
        }
    }

    private static IngestApp ingest(String mechanism, String user) throws Exception {
        return new IngestApp(IngestConfig.from(settings(mechanism, user, Map.of())), METERS, IngestListener.NONE);
    }

    private static Settings settings(String mechanism, String user, Map<String, String> more) throws Exception {
        Map<String, String> values = values(mechanism, user);
        values.putAll(more);
        return Settings.of(values);
    }

    private static Map<String, String> values(String mechanism, String user) throws Exception {
        Map<String, String> values = new HashMap<>();
        broker.clients(mechanism, user, PASSWORD)
                .forEach((key, value) -> values.put("geowire.kafka." + key, value.toString()));
        values.put("geowire.kafka.schema.registry.url", registry.url());
        values.put("geowire.kafka.basic.auth.credentials.source", "USER_INFO");
        values.put("geowire.kafka.basic.auth.user.info", "geowire:" + PASSWORD);
        values.put("geowire.kafka.schema.registry.ssl.truststore.type", "PEM");
        values.put(
                "geowire.kafka.schema.registry.ssl.truststore.location",
                certificates.pem().toString());
        return values;
    }

    private static Set<String> keys(String topic) throws Exception {
        Set<String> keys = new HashSet<>();
        try (TopicTail<byte[]> tail = TopicTail.fromBeginning(broker.admin(), topic, new ByteArrayDeserializer())) {
            tail.catchUp(record -> keys.add(record.key()));
        }
        return keys;
    }
}
