package io.geowire.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KafkaMeterFilterTest {
    private final Metrics metrics = Metrics.create("test");

    @Test
    void metersOfKafkaThatNobodyLooksAtAreLeftOut() {
        metrics.registry().counter("kafka.producer.topic.record.send.total", "topic", "news.articles.v1");
        metrics.registry().counter("kafka.producer.record.error.total", "client.id", "producer-1");

        assertThat(metrics.scrape())
                .contains("kafka_producer_record_error_total{application=\"test\",client_id=\"producer-1\"}")
                .doesNotContain("kafka_producer_topic");
    }

    @Test
    void processIdIsTakenOutOfTheTags() {
        String process = "576338cf-6fa0-4f4c-8fce-15b8ff260369";
        metrics.registry()
                .counter(
                        "kafka.stream.thread.commit.total",
                        "thread.id",
                        "geowire-alerts-" + process + "-StreamThread-1",
                        "process.id",
                        process);

        assertThat(metrics.scrape())
                .contains("thread_id=\"geowire-alerts-StreamThread-1\"")
                .doesNotContain(process);
    }

    @Test
    void otherMetersAreLeftAlone() {
        String id = "576338cf-6fa0-4f4c-8fce-15b8ff260369";
        metrics.registry().counter("geowire.things", "name", id);

        assertThat(metrics.scrape()).contains("geowire_things_total{application=\"test\",name=\"" + id + "\"}");
    }
}
