package io.geowire.standalone;

import picocli.CommandLine.Command;

/** What concerns the taking in of news. */
@Command(name = "ingest", description = "Takes news in.", subcommands = ReplayCommand.class)
final class IngestCommand {}
