package io.geowire.standalone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.geowire.events.FeedHealth;
import io.geowire.events.FeedState;
import io.geowire.ingest.feed.list.FeedListEditor;
import io.geowire.ingest.feed.list.FeedListEditor.EditException;
import io.geowire.ingest.feed.list.FeedUrl;
import io.geowire.ingest.feed.poll.FeedFiles;
import io.geowire.ingest.feed.poll.FeedFinder;
import io.geowire.ingest.feed.poll.FeedFinder.Found;
import io.geowire.ingest.feed.poll.FeedStates;
import io.geowire.service.ConfigurationException;
import io.geowire.service.ServiceRunner;
import io.geowire.standalone.report.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What concerns feeds. */
@Command(
        name = "feeds",
        description = "Checks, adds and lists feeds.",
        subcommands = {FeedsCommand.Check.class, FeedsCommand.Add.class, FeedsCommand.Show.class})
final class FeedsCommand {
    private FeedsCommand() {}

    @Command(
            name = "check",
            description =
                    "Says every fault of a list of feeds, in YAML or OPML, with its line; ends with 2 if there is one.")
    static final class Check implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "The list to check.")
        private Path file;

        @Override
        public Integer call() {
            int feeds = FeedFiles.load(file).size();
            spec.commandLine().getOut().printf("%s: %,d feeds, no fault%n", file, feeds);
            return ServiceRunner.OK;
        }
    }

    @Command(
            name = "add",
            description = {
                "Adds a feed to a list in YAML, which keeps its comments.",
                "Of a site's page, the feed that it declares is added and others found are named."
            })
    static final class Add implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "URL", description = "A feed, or a page of a site that has one.")
        private String address;

        @Option(names = "--file", paramLabel = "FILE", description = "The list. Default: feeds.yaml.")
        private Path file = Path.of("feeds.yaml");

        @Option(names = "--source", paramLabel = "NAME", description = "Default: what the feed calls itself.")
        private @Nullable String source;

        @Option(names = "--allow-private", description = "Allow addresses that are not public, such as 127.0.0.1.")
        private boolean allowPrivate;

        @Override
        public Integer call() throws IOException {
            String written = address.contains("://") ? address : "https://" + address;
            URI url = FeedUrl.of(written)
                    .orElseThrow(() -> new ConfigurationException(
                            "'%s' is not an http or https address without user name".formatted(address)));
            String content = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
            List<Found> found = find(url);
            if (found.isEmpty()) {
                throw new ConfigurationException("%s: no feed found there".formatted(written));
            }
            Found first = found.get(0);
            String name = source == null ? first.feed().title() : source;
            try {
                Files.writeString(file, FeedListEditor.add(content, first.url(), name, allowPrivate));
            } catch (EditException e) {
                throw new ConfigurationException("%s: %s".formatted(file, e.getMessage()));
            }
            PrintWriter out = spec.commandLine().getOut();
            out.printf("%s: added %s%n", file, line(first));
            found.stream().skip(1).forEach(other -> out.printf("also found: %s%n", line(other)));
            return ServiceRunner.OK;
        }

        private List<Found> find(URI url) throws IOException {
            try (FeedFinder finder = new FeedFinder()) {
                return finder.find(url, allowPrivate);
            } catch (IOException e) {
                String hint = allowPrivate ? "" : " (--allow-private allows addresses that are not public)";
                throw new IOException("%s: %s%s".formatted(url, e.getMessage(), hint), e);
            }
        }

        private static String line(Found found) {
            String title = Optional.ofNullable(found.feed().title()).orElse("without title");
            return Terminal.escaped("%s (%s, %s, %,d items)"
                    .formatted(
                            found.url(),
                            title,
                            found.feed().format(),
                            found.feed().items().size()));
        }
    }

    @Command(name = "list", description = "Shows how feeds fare, as the state of the last polls has it.")
    static final class Show implements Callable<Integer> {
        private static final ObjectMapper JSON = new ObjectMapper();
        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
        private static final String API_TIMEOUT_MS = "15000";

        @Spec
        private CommandSpec spec;

        @Mixin
        private final KafkaOptions kafka = new KafkaOptions();

        @Option(names = "--json", description = "Print JSON Lines instead of a table.")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            try (KafkaOptions.Session session = kafka.open()) {
                Map<String, Object> clients = new HashMap<>(session.clients());
                clients.put("default.api.timeout.ms", API_TIMEOUT_MS);
                print(FeedStates.all(clients).values());
            }
            return ServiceRunner.OK;
        }

        /** The worst first. */
        private void print(Collection<FeedState> states) throws JsonProcessingException {
            PrintWriter out = spec.commandLine().getOut();
            List<FeedState> sorted = states.stream()
                    .sorted(Comparator.comparing(Show::badness).reversed().thenComparing(FeedState::getUrl))
                    .toList();
            if (json) {
                for (FeedState state : sorted) {
                    out.println(JSON.writeValueAsString(json(state)));
                }
                out.flush();
                return;
            }
            out.printf(Locale.ROOT, "%-12s  %-16s  %5s  %s%n", "health", "next poll (UTC)", "items", "feed");
            for (FeedState state : sorted) {
                out.printf(
                        Locale.ROOT,
                        "%-12s  %-16s  %5d  %s%n",
                        label(state.getHealth()),
                        TIME.format(state.getNextPoll()),
                        state.getItems(),
                        Terminal.escaped(state.getUrl() + remark(state)));
            }
            out.flush();
        }

        private static int badness(FeedState state) {
            return switch (state.getHealth()) {
                case GONE -> 3;
                case FAILING -> 2;
                case OK, EMPTY, NOT_MODIFIED, UNKNOWN -> state.getReason() == null ? 0 : 1;
            };
        }

        private static String label(FeedHealth health) {
            return health.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static String remark(FeedState state) {
            String since = state.getFailingSince() == null ? "" : " since " + TIME.format(state.getFailingSince());
            return (state.getReason() == null ? "" : ": " + state.getReason() + since)
                    + (state.getMovedTo() == null ? "" : " (moved to " + state.getMovedTo() + ")");
        }

        private static ObjectNode json(FeedState state) {
            return JSON.createObjectNode()
                    .put("url", state.getUrl())
                    .put("title", state.getTitle())
                    .put("health", label(state.getHealth()))
                    .put("reason", state.getReason())
                    .put("failures", state.getFailures())
                    .put("failingSince", text(state.getFailingSince()))
                    .put("lastPoll", text(state.getLastPoll()))
                    .put("lastOk", text(state.getLastOk()))
                    .put("nextPoll", text(state.getNextPoll()))
                    .put("movedTo", state.getMovedTo())
                    .put("items", state.getItems());
        }

        private static @Nullable String text(@Nullable Instant time) {
            return time == null ? null : time.toString();
        }
    }
}
