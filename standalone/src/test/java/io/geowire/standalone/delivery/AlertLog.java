package io.geowire.standalone.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.alerts.AlertsApp;
import io.geowire.events.Alert;
import io.geowire.events.Severity;
import io.geowire.schemas.catalogue.TopicCatalogue;
import io.geowire.schemas.catalogue.TopicProvisioner;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.schemas.serde.AvroSerdes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes alerts as the topology does: in transactions. */
public final class AlertLog {
    private AlertLog() {}

    /** Makes the topics. */
    public static void provision(Map<String, Object> clients) {
        try (Admin admin = Admin.create(clients)) {
            TopicProvisioner.ensure(admin, TopicCatalogue.load().ownedBy(AlertsApp.NAME));
        }
    }

    /**
     * Writes alerts of so many stories in turn, each story's by rising revision.
     *
     * @return the webhook ids, in the order of writing
     */
    public static List<String> write(Map<String, Object> clients, int alerts, int stories) {
        Map<String, Object> config = new HashMap<>(clients);
        config.put("transactional.id", "alert-log");
        Serializer<Alert> serializer = AvroSerdes.value(Alert.class, clients).serializer();
        List<String> ids = new ArrayList<>();
        List<Future<?>> sent = new ArrayList<>();
        try (KafkaProducer<String, Alert> producer = new KafkaProducer<>(config, new StringSerializer(), serializer)) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int i = 0; i < alerts; i++) {
                Alert alert = alert("story" + i % stories, 1 + i / stories);
                producer.send(
                        new ProducerRecord<>(Topics.ALERTS, alert.getWatchId() + "/" + alert.getStoryId(), alert));
                ids.add(alert.getAlertId() + "-" + alert.getRevision());
            }
            producer.commitTransaction();
        }
        assertThat(sent).allMatch(Future::isDone);
        return ids;
    }

    private static Alert alert(String story, int revision) {
        return Alert.newBuilder()
                .setAlertId(story)
                .setRevision(revision)
                .setWatchId("watch")
                .setWatchName("Watch")
                .setWatchVersion("1")
                .setSeverity(Severity.HIGH)
                .setStoryId(story)
                .setArticleId(story)
                .setTitle("Headline of " + story)
                .setPublishedAt(Instant.parse("2026-02-06T10:00:00Z"))
                .setMatches(List.of())
                .setArticleIds(List.of(story))
                .setArticleCount(revision)
                .setSources(List.of())
                .build();
    }

    /** Of each story, the revisions in the order in which they came for the first time. */
    public static Map<String, List<Integer>> revisions(List<String> ids) {
        Map<String, List<Integer>> revisions = new HashMap<>();
        for (String id : new LinkedHashSet<>(ids)) {
            int dash = id.lastIndexOf('-');
            revisions
                    .computeIfAbsent(id.substring(0, dash), story -> new ArrayList<>())
                    .add(Integer.parseInt(id.substring(dash + 1)));
        }
        return revisions;
    }
}
