package io.geowire.standalone.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.geowire.alerts.AlertsConfig;
import io.geowire.enrichment.EnrichmentConfig;
import io.geowire.ingest.IngestConfig;
import io.geowire.schemas.catalogue.TopicCatalogue;
import io.geowire.schemas.catalogue.TopicSpec;
import io.geowire.service.Settings;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ManifestsTest {
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void everyManifestIsWhatItsSchemaAllows() {
        assertThat(Manifests.files())
                .isNotEmpty()
                .allSatisfy(file ->
                        assertThat(Manifests.read(file)).as(file.toString()).isNotEmpty());
    }

    @Test
    void propertyThatTheSchemaDoesNotHaveIsFound() throws Exception {
        JsonNode misspelt = YAML.readTree("{apiVersion: apps/v1, kind: StatefulSet, spec: {replica: 3}}");

        assertThatThrownBy(() -> Manifests.resource(Manifests.FOLDER, misspelt)).hasMessageContaining("\"replica\"");
    }

    @Test
    void kustomizationNamesEveryManifest() throws Exception {
        List<String> named = new ArrayList<>();
        YAML.readTree(Manifests.FOLDER.resolve(Manifests.KUSTOMIZATION).toFile())
                .path("resources")
                .forEach(resource -> named.add(resource.asText()));

        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(Manifests.files().stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
    }

    @Test
    void topicsAreThoseOfTheCatalogueWithThreeCopies() {
        Map<String, KafkaTopic> topics = new TreeMap<>();
        Manifests.all(KafkaTopic.class)
                .forEach(topic -> topics.put(topic.getMetadata().getName(), topic));

        List<TopicSpec> catalogue = TopicCatalogue.load().topics();
        assertThat(topics.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        catalogue.stream().map(TopicSpec::name).toList());
        assertThat(catalogue).allSatisfy(spec -> {
            KafkaTopic topic = topics.get(spec.name());
            Map<String, Object> config = new HashMap<>(spec.config());
            config.put("min.insync.replicas", "2");
            assertThat(topic.getSpec().getPartitions()).isEqualTo(spec.partitions());
            assertThat(topic.getSpec().getReplicas()).isEqualTo(3);
            assertThat(topic.getSpec().getConfig()).containsExactlyInAnyOrderEntriesOf(config);
        });
    }

    @Test
    void settingsOfEveryServiceAreKnownToIt() {
        Map<String, Consumer<Settings>> readers = Map.of(
                "ingest-producer", IngestConfig::from,
                "enrichment-streams", EnrichmentConfig::from,
                "alerts-consumer", AlertsConfig::from);
        Map<String, String> common = Manifests.all(ConfigMap.class).stream()
                .findFirst()
                .orElseThrow()
                .getData();

        pods().forEach((name, pod) -> {
            Map<String, String> variables = new HashMap<>(common);
            for (EnvVar variable : pod.getContainers().get(0).getEnv()) {
                variables.put(variable.getName(), variable.getValue() == null ? "referred" : variable.getValue());
            }
            assertThat(readers).containsKey(name);
            readers.get(name).accept(Settings.of(Map.of(), variables));
        });
    }

    @Test
    void secretsAreReferredTo() {
        pods().forEach((name, pod) -> assertThat(pod.getContainers().get(0).getEnv())
                .filteredOn(variable -> variable.getName().matches(".*(JAAS_CONFIG|PASSWORD|SECRET|TOKEN|USER_INFO)"))
                .as(name)
                .isNotEmpty()
                .allSatisfy(variable ->
                        assertThat(variable.getValueFrom().getSecretKeyRef()).isNotNull()));
    }

    @Test
    void podsHaveProbesLimitsAndNoRightsBeyondTheirNeed() {
        assertThat(pods()).hasSizeGreaterThanOrEqualTo(2);
        pods().forEach((name, pod) -> {
            assertThat(pod.getAutomountServiceAccountToken()).as(name).isFalse();
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).as(name).isTrue();
            assertThat(pod.getTerminationGracePeriodSeconds()).as(name).isGreaterThan(10);
            Container container = pod.getContainers().get(0);
            assertThat(container.getImage()).as(name).isEqualTo("geowire/" + name);
            assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/health/live");
            assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/health/ready");
            assertThat(container.getResources().getLimits()).as(name).containsKey("memory");
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                    .isFalse();
            assertThat(container.getSecurityContext().getCapabilities().getDrop())
                    .containsExactly("ALL");
        });
    }

    @Test
    void podMonitorFindsEveryPod() {
        PodMonitor monitor = Manifests.all(PodMonitor.class).get(0);
        Map<String, String> wanted = monitor.getSpec().getSelector().getMatchLabels();
        String port = monitor.getSpec().getPodMetricsEndpoints().get(0).getPort();

        templates().forEach((name, template) -> {
            assertThat(template.getMetadata().getLabels()).as(name).containsAllEntriesOf(wanted);
            assertThat(template.getSpec().getContainers().get(0).getPorts())
                    .as(name)
                    .anySatisfy(each -> assertThat(each.getName()).isEqualTo(port));
        });
    }

    private static Map<String, PodSpec> pods() {
        Map<String, PodSpec> pods = new TreeMap<>();
        templates().forEach((name, template) -> pods.put(name, template.getSpec()));
        return pods;
    }

    /** By the name of the service. */
    private static Map<String, PodTemplateSpec> templates() {
        Map<String, PodTemplateSpec> templates = new TreeMap<>();
        Manifests.all(StatefulSet.class)
                .forEach(set ->
                        templates.put(set.getMetadata().getName(), set.getSpec().getTemplate()));
        Manifests.all(Deployment.class)
                .forEach(deployment -> templates.put(
                        deployment.getMetadata().getName(), deployment.getSpec().getTemplate()));
        return templates;
    }
}
