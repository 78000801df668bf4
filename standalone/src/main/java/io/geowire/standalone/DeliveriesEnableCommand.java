package io.geowire.standalone;

import io.geowire.alerts.dispatch.ReceiverGroups;
import io.geowire.service.ConfigurationException;
import io.geowire.service.ServiceRunner;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets a receiver that answered 410 get alerts again. */
@Command(
        name = "enable",
        description = {
            "Lets a receiver that answered 410 get alerts again. Stop alerts-consumer meanwhile.",
            "What was set aside for it is delivered by 'deliveries retry'."
        })
final class DeliveriesEnableCommand implements Callable<Integer> {
    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Parameters(paramLabel = "RECEIVER", description = "Name of the receiver.")
    private String receiver;

    private final Progress progress = new Progress(System.err);

    @Override
    public Integer call() {
        try (KafkaOptions.Session session = kafka.open();
                Admin admin = Admin.create(session.clients())) {
            ReceiverGroups groups = new ReceiverGroups(admin);
            if (!groups.names().contains(receiver)) {
                throw new ConfigurationException(
                        "receiver '%s' has never been delivered to; known are %s".formatted(receiver, groups.names()));
            }
            progress.say(receiver + (groups.enable(receiver) ? " is enabled" : " was not disabled"));
            return ServiceRunner.OK;
        } catch (UnknownMemberIdException | GroupNotEmptyException e) {
            progress.say(
                    receiver + " is being delivered to: stop alerts-consumer, enable the receiver, and start it again");
            return ServiceRunner.FAILED;
        }
    }
}
