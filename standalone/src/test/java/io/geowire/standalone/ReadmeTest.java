package io.geowire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.schemas.catalogue.TopicCatalogue;
import io.geowire.schemas.catalogue.TopicSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.OptionSpec;

/** What the README says of options and topics is what the code has. */
class ReadmeTest {
    private static final Pattern ROW_OF_OPTIONS = Pattern.compile("(?m)^\\| `--.*?\\|");
    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");
    private static final Pattern ROW_OF_TOPICS = Pattern.compile("(?m)^\\| `news\\..*?\\|");
    private static final Pattern ROW_OF_KEYS = Pattern.compile("(?m)^\\| `.*?\\|");
    private static final Pattern KEY = Pattern.compile("`([a-zA-Z.]+)`");
    private static final Pattern TOPIC = Pattern.compile("news\\.[a-z0-9.-]+");

    @Test
    void optionsOfRunAreThoseOfTheTable() throws IOException {
        Set<String> options = new TreeSet<>();
        for (OptionSpec option : GeowireMain.commandLine()
                .getSubcommands()
                .get("run")
                .getCommandSpec()
                .options()) {
            options.add(option.longestName());
        }
        options.removeAll(Set.of("--help", "--version"));

        assertThat(named(ROW_OF_OPTIONS, OPTION)).isEqualTo(options);
    }

    @Test
    void topicsAreThoseOfTheCatalogue() throws IOException {
        Set<String> topics = new TreeSet<>();
        TopicCatalogue.load().topics().stream().map(TopicSpec::name).forEach(topics::add);

        assertThat(named(ROW_OF_TOPICS, TOPIC)).isEqualTo(topics);
    }

    @Test
    void keysOfStartAreThoseOfItsTable() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        int begin = readme.indexOf("### Keep it running");
        String section = readme.substring(begin, readme.indexOf("\n## ", begin));
        Set<String> keys = new TreeSet<>();
        ROW_OF_KEYS
                .matcher(section)
                .results()
                .map(MatchResult::group)
                .forEach(cell ->
                        KEY.matcher(cell).results().map(key -> key.group(1)).forEach(keys::add));

        assertThat(keys).isEqualTo(new TreeSet<>(StartFile.KEYS));
    }

    private static Set<String> named(Pattern row, Pattern name) throws IOException {
        Set<String> names = new TreeSet<>();
        String readme = Files.readString(Path.of("..", "README.md"));
        row.matcher(readme)
                .results()
                .map(MatchResult::group)
                .forEach(cells ->
                        name.matcher(cells).results().map(MatchResult::group).forEach(names::add));
        return names;
    }
}
