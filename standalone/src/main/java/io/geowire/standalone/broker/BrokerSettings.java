package io.geowire.standalone.broker;

import static io.geowire.standalone.broker.LoopbackListeners.BROKER;
import static io.geowire.standalone.broker.LoopbackListeners.CONTROLLER;

import java.nio.file.Path;
import java.util.Properties;

/** The settings of a single node that shares a laptop with everything else. */
final class BrokerSettings {
    static final int NODE_ID = 1;

    private static final String FOUR_MIB = Integer.toString(4 * 1024 * 1024);

    private BrokerSettings() {}

    static Properties of(Path folder, LoopbackListeners listeners) {
        Properties settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", Integer.toString(NODE_ID));
        settings.setProperty("log.dirs", folder.toString());

        // Voters are configuration, not data: a folder started again on other ports must not look for the old ones.
        settings.setProperty("controller.quorum.voters", NODE_ID + "@" + listeners.address(CONTROLLER));
        settings.setProperty(
                "listeners",
                BROKER + "://" + listeners.address(BROKER) + "," + CONTROLLER + "://" + listeners.address(CONTROLLER));
        settings.setProperty("advertised.listeners", BROKER + "://" + listeners.address(BROKER));
        settings.setProperty("listener.security.protocol.map", BROKER + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.setProperty("inter.broker.listener.name", BROKER);
        settings.setProperty("controller.listener.names", CONTROLLER);

        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("default.replication.factor", "1");
        settings.setProperty("min.insync.replicas", "1");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("offsets.topic.num.partitions", "4");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("transaction.state.log.num.partitions", "4");

        // A group has few members here and they start together: nothing to wait for.
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        // After a kill the broker may not register again before its last session has ended.
        settings.setProperty("broker.session.timeout.ms", "2000");
        settings.setProperty("broker.heartbeat.interval.ms", "200");

        settings.setProperty("num.network.threads", "1");
        settings.setProperty("num.io.threads", "2");
        settings.setProperty("background.threads", "2");
        settings.setProperty("num.recovery.threads.per.data.dir", "1");
        settings.setProperty("group.coordinator.threads", "1");
        settings.setProperty("log.cleaner.dedupe.buffer.size", FOUR_MIB);
        return settings;
    }
}
