package io.geowire.standalone;

import picocli.CommandLine.Command;

/** What concerns alerts on their way to receivers. */
@Command(
        name = "deliveries",
        description = "Shows the alerts that receivers did not take, and delivers them again.",
        subcommands = {DeliveriesListCommand.class, DeliveriesRetryCommand.class, DeliveriesEnableCommand.class})
final class DeliveriesCommand {
    private DeliveriesCommand() {}
}
