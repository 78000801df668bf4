package io.geowire.standalone.broker;

import static io.geowire.standalone.broker.LoopbackListeners.CLIENTS;
import static io.geowire.standalone.broker.LoopbackListeners.CONTROLLER;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/** The settings of a single node that shares a laptop with everything else. */
final class BrokerSettings {
    static final int NODE_ID = 1;

    private BrokerSettings() {}

    static Properties of(Path folder, LoopbackListeners listeners) {
        Properties settings = new Properties();
        settings.putAll(node(folder, listeners));
        settings.putAll(oneReplica());
        settings.putAll(small());
        // A data folder may lie for weeks between two runs. Groups are remembered for as long as alerts are kept.
        settings.put(
                "offsets.retention.minutes", Long.toString(Duration.ofDays(90).toMinutes()));
        return settings;
    }

    private static Map<String, String> node(Path folder, LoopbackListeners listeners) {
        String clients = CLIENTS + "://" + listeners.address(CLIENTS);
        String controller = CONTROLLER + "://" + listeners.address(CONTROLLER);
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE_ID),
                "log.dirs",
                folder.toString(),
                // Voters in the configuration, not on disk: a folder may be started again on other ports.
                "controller.quorum.voters",
                NODE_ID + "@" + listeners.address(CONTROLLER),
                "listeners",
                clients + "," + controller,
                "advertised.listeners",
                clients,
                "listener.security.protocol.map",
                CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
                "inter.broker.listener.name",
                CLIENTS,
                "controller.listener.names",
                CONTROLLER);
    }

    private static Map<String, String> oneReplica() {
        return Map.of(
                "auto.create.topics.enable", "false",
                "default.replication.factor", "1",
                "min.insync.replicas", "1",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4");
    }

    private static Map<String, String> small() {
        return Map.of(
                "num.network.threads", "2",
                "num.io.threads", "4",
                "background.threads", "2",
                "num.recovery.threads.per.data.dir", "1",
                // 128 MiB by default.
                "log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20),
                // Without other nodes nobody needs a sign of life in the metadata log, twice a second by default.
                "metadata.max.idle.interval.ms", "0",
                // On a machine that is overloaded a start takes its time; that is no reason to give up after one
                // minute.
                "initial.broker.registration.timeout.ms", "300000",
                // Nobody watches this broker by JMX.
                "metric.reporters", "",
                // The members of a group are in this process and start together.
                "group.initial.rebalance.delay.ms", "0",
                // Lets a client that was killed be replaced sooner than after 6 s, if it asks for that.
                "group.min.session.timeout.ms", "1000");
    }
}
