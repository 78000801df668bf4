package io.geowire.enrichment;

import io.geowire.schemas.catalogue.TopicCatalogue;
import io.geowire.schemas.catalogue.TopicProvisioner;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.service.ConfigurationException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topics that the enrichment needs and finds how many partitions its topology must have. */
final class ArticlePartitions {
    /** Name of the module in the catalogue. */
    static final String OWNER = "enrichment-streams";

    private ArticlePartitions() {}

    /**
     * Creates what is missing and returns the partitions of {@code news.articles.v1}.
     *
     * @param answers the internal topic of the answers, which meet the articles in the same stores
     * @throws ConfigurationException if the answers have another number of partitions than the articles
     */
    static int ensure(Admin admin, String answers) {
        TopicCatalogue catalogue = TopicCatalogue.load();
        TopicProvisioner.ensure(admin, catalogue.ownedBy(OWNER));
        OptionalInt existing = partitions(admin, Topics.ARTICLES);
        if (existing.isEmpty()) {
            TopicProvisioner.ensure(admin, List.of(catalogue.topic(Topics.ARTICLES)));
        }
        int articles = existing.orElse(catalogue.topic(Topics.ARTICLES).partitions());
        partitions(admin, answers).ifPresent(count -> check(answers, count, articles));
        return articles;
    }

    private static void check(String answers, int count, int articles) {
        if (count != articles) {
            throw new ConfigurationException(
                    "topic '%s' has %d partitions, but '%s' has %d, and both feed the same stores: stop all instances, reset %s and delete its state directory"
                            .formatted(answers, count, Topics.ARTICLES, articles, EnrichmentApp.APPLICATION_ID));
        }
    }

    private static OptionalInt partitions(Admin admin, String topic) {
        try {
            Map<String, TopicDescription> described =
                    admin.describeTopics(List.of(topic)).allTopicNames().get();
            return OptionalInt.of(
                    described.values().iterator().next().partitions().size());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return OptionalInt.empty();
            }
            throw new KafkaException("cannot describe topic '" + topic + "'", e.getCause());
        }
    }
}
