package io.geowire.standalone.broker;

import java.nio.file.Path;
import org.apache.kafka.clients.producer.Producer;

/** Runs a broker, writes one transaction that is committed and one that stays open, and waits to be ended. */
final class BrokerUnderWrites {
    static final String TOPIC = "killed";
    static final String TRANSACTIONAL_ID = "writer";

    private BrokerUnderWrites() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]), 0);
        Clients clients = new Clients(broker.bootstrapServers());
        clients.createTopic(TOPIC, 3);
        Producer<String, String> producer = clients.transactionalProducer(TRANSACTIONAL_ID);
        producer.initTransactions();
        Clients.writeCommitted(producer, TOPIC, "committed");
        Clients.writeOpen(producer, TOPIC, "open");
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        System.out.println(ChildProcess.READY);
        Thread.currentThread().join();
    }
}
